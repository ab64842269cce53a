package losscalc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import losscalc.cli.App;
import losscalc.cli.Streams;
import org.junit.jupiter.api.Test;

/** {@code --arithmetic decimal}: what comes out on paper. */
class DecimalArithmeticTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String data, String... words) {
        byte[] bytes = data.getBytes(StandardCharsets.UTF_8);
        return App.run(words, new Streams(new ByteArrayInputStream(bytes), out, err, false));
    }

    private String answer(String data, String loss, String... more) {
        out.reset();
        String[] words = new String[more.length + 4];
        words[0] = loss;
        words[1] = "--arithmetic";
        words[2] = "decimal";
        words[3] = "-q";
        System.arraycopy(more, 0, words, 4, more.length);
        assertEquals(0, run(data, words), () -> err.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    @Test
    void isWhatComesOutOnPaper() {
        assertEquals("0.04", answer("y,f\n0.1,0.3\n", "mse"));
        assertEquals("0.02", answer("y,f\n0.1,0.3\n", "half-squared"));
        assertEquals("0.2", answer("y,f\n0.3,0.1\n", "mae"));
        assertEquals("370.1776", answer("y,f\n-9.01,10.23\n", "mse"));
        assertEquals("0.035", answer("y,f\n0.5,0.1\n", "huber", "--delta", "0.1"));
    }

    @Test
    void comparesWithAParameterAsItIsTyped() {
        // As doubles 0.4 - 0.3 is more than 0.1; on paper they are equal.
        assertEquals("0", answer("y,f\n0.4,0.3\n", "epsilon-insensitive", "--epsilon", "0.1"));
        assertEquals("0", answer("y,f\n0.2,0.3\n", "epsilon-insensitive", "--epsilon", "0.1"));
    }

    @Test
    void readsEveryDigit() {
        assertEquals("1e-40", answer("y,f\n1,1.00000000000000000001\n", "mse"));
        assertEquals("1e-40", answer("y;f\n1;1,00000000000000000001\n", "mse", "-d", ";", "--decimal", ","));
    }

    @Test
    void dividesTheExactSumOnce() {
        assertEquals("0.1", answer("y,f\n0.1,0\n0.1,0\n0.1,0\n", "mae"));
        assertEquals("0.3", answer("y,f\n0.1,0\n0.1,0\n0.1,0\n", "mae", "--reduction", "sum"));
        assertEquals("0.2", answer("y,f\n0.04,0\n0,0.04\n", "mae", "--reduction", "root"));
        assertEquals("0.13", answer("y,f,w\n0.1,0,0.7\n0.2,0,0.3\n", "mae", "--weight", "w", "-t", "y", "-p", "f"));
    }

    @Test
    void meansOverPairs() {
        assertEquals("0.15", answer("a,b,c,d\n0.1,0.2,0,0\n", "mae", "-t", "a,b", "-p", "c,d"));
    }

    @Test
    void keepsWhatIsNotFinite() {
        assertEquals("Infinity", answer("y,f\n0.1,inf\n0.1,0\n", "mae", "--nonfinite", "propagate"));
        assertEquals("Infinity", answer("y,f\n0,1\n0.1,0\n", "ape"));
    }

    @Test
    void saysWhyALossHasNoDecimals() {
        assertEquals(2, run("y,p\n1,0.5\n", "bce", "--arithmetic", "decimal"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("not made of + - * / alone"));
    }
}
