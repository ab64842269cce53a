package losscalc.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import losscalc.cli.App;
import losscalc.cli.Streams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However many workers share the data, piece by piece, what comes out is what one gives that reads it in one go. */
@Isolated("sets a system property")
class ThreadsTest {
    private static final String LANE = "losscalc.lane";
    private static final int ROWS = 600;

    /** Rows of a target, a prediction, a probability, a weight and a group; some weigh nothing, and some losses are infinite. */
    private static String data() {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder("y,p,q,w,g\n");
        for (int i = 0; i < ROWS; i++) {
            text.append(random.nextInt(2)).append(',');
            text.append(random.nextInt(100) / 8.0).append(',');
            text.append(random.nextInt(40) == 0 ? 0 : random.nextInt(1000) / 1024.0)
                    .append(',');
            text.append(random.nextInt(4)).append(',');
            text.append("abcd".charAt(random.nextInt(4))).append('\n');
        }
        return text.toString();
    }

    @AfterEach
    void usualLane() {
        System.clearProperty(LANE);
    }

    @ParameterizedTest
    @Timeout(60)
    @ValueSource(
            strings = {
                "mse -t y -p p",
                "mse -t y -p p --show summary",
                "mse -t y -p p -q",
                "mse -t y -p p --by g --format csv --show summary",
                "mse -t y -p p,q --weight w --by g --format json --show summary",
                "mse -t y -p p --by g --quantile 0.1,0.5,0.99 --show summary",
                "mse -t y -p p --arithmetic decimal --show summary",
                "mse -t y -p p,q --arithmetic decimal --weight w --by g --format csv --show summary",
                "mse -t y -p p --reduction exp --arithmetic decimal -q",
                "mse -t y -p p --reduction median -q",
                "mse -t y -p p --reduction max -q",
                "mape -t y -p p --arithmetic decimal --format csv --show summary",
                "bce -t y -p q --show summary",
                "bce -t y -p q --weight w --by g --format json --show summary",
                "bce -t y -p q --gradient --hessian --format csv",
                "r2 -t y -p p,q --weight w --format csv",
                "r2 -t y -p p --by g --weight w --format csv",
                "pair-logit -t y -p p --by g --format csv",
                "ranking-softmax -t y -p p,q --by g --weight w --format csv",
                "ece -t y -p q --by g --format json",
                "mse -t y -p q --top 5 --format csv",
            })
    void sayTheSame(String command) {
        String text = data();
        assertTrue(run("readable", 1, text, command).startsWith("0\n"), command);
        compare(text, command);
        compare(text.replace("\n0,", "\n0,inf").replaceFirst("inf", ""), command + " --nonfinite propagate");
        compare(text.replace("\n1,5.", "\n1,nan").replace(",0.25,", ",-inf,"), command + " --nonfinite propagate");
    }

    /** A row that cannot be read, wherever it stands: those before it count, and all workers end. */
    @Test
    @Timeout(60)
    void endAtTheFirstRowThatIsWrong() {
        String text = data();
        for (int at = text.length() / 50; at < text.length(); at += text.length() / 7) {
            int end = text.indexOf('\n', at);
            compare(text.substring(0, end) + ",x" + text.substring(end), "mse -t y -p p -q");
            compare(text.substring(0, end + 1) + "x" + text.substring(end + 1), "mse -t y -p p --format csv");
        }
    }

    private static void compare(String text, String command) {
        String one = run("readable", 1, text, command);
        for (int threads = 1; threads <= 3; threads++) {
            String by = command + ", threads " + threads;
            assertEquals(one, run(threads == 2 ? "300" : "1000", threads, text, command), by);
        }
    }

    private static String run(String lane, int threads, String text, String command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = run(lane, threads, text, command, out, err);
        // Of samples before a wrong row more or fewer are out, as large as the blocks are.
        String said = code == 3 ? "" : out.toString(StandardCharsets.UTF_8);
        return code + "\n" + said + err.toString(StandardCharsets.UTF_8);
    }

    private static int run(
            String lane, int threads, String text, String command, OutputStream out, ByteArrayOutputStream err) {
        System.setProperty(LANE, lane);
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of("--threads", Integer.toString(threads)));
        ByteArrayInputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return App.run(words.toArray(new String[0]), new Streams(in, out, err, false));
    }

    /** A worker that cannot hand in its samples ends all, with what went wrong. */
    @Test
    @Timeout(60)
    void endWhereTheOutputEnds() {
        String text = data() + data().substring(10).repeat(50);
        for (int threads = 1; threads <= 3; threads++) {
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int code = run("1000", threads, text, "mse -t y -p p --format csv", new Full(20_000), err);
            String said = err.toString(StandardCharsets.UTF_8);
            assertEquals(4, code, said);
            assertTrue(said.contains("No space left on device"), said);
        }
    }

    /** Takes so many bytes and no more. */
    private static final class Full extends OutputStream {
        private int left;

        Full(int left) {
            this.left = left;
        }

        @Override
        public void write(int b) throws IOException {
            if (left-- <= 0) {
                throw new IOException("No space left on device");
            }
        }
    }
}
