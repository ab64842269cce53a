package losscalc.num;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SequenceTest {
    /** More than stays in memory, read in pieces that straddle memory and file. */
    @Test
    void whatWasAddedIsReadInOrder() {
        int n = (1 << 20) + 12345;
        Sequence numbers = new Sequence();
        for (int i = 0; i < n; i++) {
            numbers.add(i);
        }
        Sequence twice = new Sequence();
        twice.addAll(numbers);
        twice.addAll(numbers);
        assertEquals(n, numbers.count());
        assertEquals(2L * n, twice.count());
        double[] block = new double[10_007];
        for (long at = 0; at < twice.count(); at += block.length) {
            int read = twice.read(at, block);
            assertEquals(Math.min(block.length, twice.count() - at), read);
            for (int i = 0; i < read; i++) {
                assertEquals((at + i) % n, block[i]);
            }
        }
    }

    @Test
    void nothingHasNoValues() {
        assertEquals(0, new Sequence().count());
        assertEquals(0, new Sequence().read(0, new double[3]));
    }
}
