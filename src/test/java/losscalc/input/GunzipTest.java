package losscalc.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Whatever is done to a gzip file, it is never taken for another one. */
class GunzipTest {
    private static final byte[] FIRST =
            "target,prediction\n1,2\n3,5\n".repeat(40).getBytes();
    private static final byte[] SECOND = "5,8\n13,21\n".getBytes();

    @Test
    void membersAreOneFile() throws IOException {
        assertArrayEquals(joined(FIRST, SECOND), unpacked(joined(packed(FIRST), packed(SECOND))));
        assertArrayEquals(new byte[0], unpacked(packed(new byte[0])));
    }

    @Test
    void largeFilesComeOutWhole() throws IOException {
        byte[] large = new byte[3_000_000];
        new Random(1).nextBytes(large);
        Arrays.fill(large, 1_000_000, 2_000_000, (byte) 'x');
        assertArrayEquals(large, unpacked(packed(large)));
    }

    @Test
    void whatIsNotGzipPassesUnchanged() throws IOException {
        for (String text : new String[] {"", "\u001f", "a,b\n1,2\n"}) {
            assertArrayEquals(text.getBytes(), unpacked(text.getBytes()));
        }
    }

    @Test
    void noCutIsTakenForTheEnd() throws IOException {
        byte[] first = packed(FIRST);
        byte[] both = joined(first, packed(SECOND));
        for (int n = 2; n < both.length; n++) {
            if (n != first.length) {
                byte[] cut = Arrays.copyOf(both, n);
                assertThrows(Gunzip.Broken.class, () -> unpacked(cut), () -> cut.length + " bytes");
            }
        }
    }

    @Test
    void noFlippedBitChangesWhatComesOut() throws IOException {
        byte[] whole = packed(FIRST);
        int seen = 0;
        for (int i = 2 * 8; i < whole.length * 8; i++) {
            byte[] flipped = whole.clone();
            flipped[i / 8] ^= (byte) (1 << i % 8);
            try {
                // The time, a flag that says "text", and the bits that fill up the last byte mean nothing.
                assertArrayEquals(FIRST, unpacked(flipped), "bit " + i);
            } catch (Gunzip.Broken e) {
                seen++;
            }
        }
        assertTrue(seen > (whole.length - 9) * 8, "seen: " + seen);
    }

    @Test
    void nothingMayStandBehindTheEnd() throws IOException {
        for (String junk : new String[] {"\0", "\n", "junk", "\u001f"}) {
            byte[] more = joined(packed(SECOND), junk.getBytes());
            assertThrows(Gunzip.Broken.class, () -> unpacked(more));
        }
    }

    @Test
    void allThatCameBeforeTheFaultIsHandedOut() throws IOException {
        byte[] whole = packed(FIRST);
        whole[whole.length - 1] ^= 1;
        try (InputStream in = Gunzip.unpacked(new BufferedInputStream(new ByteArrayInputStream(whole)))) {
            assertArrayEquals(FIRST, in.readNBytes(FIRST.length));
            assertThrows(Gunzip.Broken.class, in::read);
        }
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] unpacked(byte[] bytes) throws IOException {
        try (InputStream in = Gunzip.unpacked(new BufferedInputStream(new ByteArrayInputStream(bytes)))) {
            return in.readAllBytes();
        }
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
