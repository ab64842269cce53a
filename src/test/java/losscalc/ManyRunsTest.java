package losscalc;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import losscalc.cli.App;
import losscalc.cli.Streams;
import losscalc.loss.BestConstant;
import losscalc.loss.Card;
import losscalc.loss.Extra;
import losscalc.loss.Loss;
import losscalc.loss.Param;
import losscalc.loss.Scale;
import losscalc.loss.Target;
import losscalc.losses.Losses;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Command lines and files drawn at random from the cards, sensible ones and others: whatever comes, the answer is a
 * result or an error that begins with the name of the program, never a fault of it.
 */
class ManyRunsTest {
    /** Words behind the name of a loss; many do not go together, and have to say so. */
    private static final List<String> OPTIONS = List.of(
            "-q",
            "--gradient",
            "--hessian",
            "--half",
            "--percent",
            "--root",
            "--log-base 2",
            "--label-smoothing 0.1",
            "--clip 1e-7",
            "--log-floor -100",
            "--renormalize",
            "--any-sum",
            "--normalize",
            "--soft-labels",
            "--class-weight 0=1,1=2",
            "--class-weight 0=1,1=2,2=0.5",
            "--pos-weight 3",
            "--mean-over rows",
            "--mean-over index",
            "--ignore-index 1",
            "--reduction sum",
            "--reduction exp",
            "--reduction median",
            "--reduction max",
            "--reduction none",
            "--quantile 0.1,0.5",
            "--top 2",
            "--format json",
            "--format csv",
            "--format jsonl",
            "--format latex",
            "--format markdown",
            "--format tsv",
            "--signature",
            "--hex",
            "--digits 17",
            "--arithmetic decimal",
            "--nonfinite skip",
            "--nonfinite propagate",
            "--missing skip",
            "--ragged skip",
            "--convention torch",
            "--convention keras",
            "--convention sklearn",
            "--convention xgboost",
            "--convention lightgbm",
            "--convention catboost",
            "--convention optax",
            "--positive 1",
            "--classes a,b,c",
            "--show summary",
            "--show samples",
            "--fail-above 0.5",
            "--comment #",
            "--no-header",
            "--header",
            "--color always");

    private static final String[] NUMBERS = {"0", "1", "0.5", "2", "0.1", "1e-8", "3", "1e300", "-1", "0.999", "1.5"};

    private static final String[] EXTREMES = {
        "0",
        "1",
        "-0",
        "1e308",
        "-1e308",
        "5e-324",
        "0.9999999999999999",
        "NaN",
        "inf",
        "",
        "1e-17",
        "745",
        "-1000",
        "x"
    };

    private static final int RUNS = 1500;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyRunEndsWithAnAnswerOrAnError(long seed) {
        Random random = new Random(seed);
        List<Loss> losses = Losses.all();
        for (int i = 0; i < RUNS; i++) {
            new Draw(random, losses.get(random.nextInt(losses.size())).card()).run();
        }
    }

    /** One command line and one file for one loss. */
    private static final class Draw {
        private final Random random;
        private final Card card;
        private final Scale scale;
        private final List<String> args = new ArrayList<>();
        private final StringBuilder data = new StringBuilder();
        private int targets = 1;
        private int predictions = 1;

        Draw(Random random, Card card) {
            this.random = random;
            this.card = card;
            scale = card.scales().get(random.nextInt(card.scales().size()));
            drawColumns();
            drawWords();
            drawRows();
        }

        private boolean once(int in) {
            return random.nextInt(in) == 0;
        }

        private String any(String[] words) {
            return words[random.nextInt(words.length)];
        }

        private void drawColumns() {
            if (card.fewestPredictions() > 1 || card.mostPredictions() > 1 && !once(3)) {
                predictions = Math.max(3, card.fewestPredictions()) * card.parts();
            } else if (once(3)) {
                predictions = 1 + random.nextInt(4);
            }
            targets = card.target() == Target.NUMBER && predictions > 1 && once(3)
                            || card.target() != Target.NUMBER && predictions > 1 && once(2)
                    ? predictions / card.parts()
                    : 1;
        }

        private void drawWords() {
            args.add(once(5) && card.bestConstant() != BestConstant.NONE ? "d2:" + card.name() : card.name());
            add("-t", targets == 1 ? "t0" : "t0:t" + (targets - 1));
            add("-p", predictions == 1 ? "p0" : "p0:p" + (predictions - 1));
            if (scale != card.scales().get(0)) {
                add("--from", scale.word());
            }
            for (Extra extra : card.extras()) {
                add("--" + extra.name(), extra.name());
            }
            for (Param param : card.params()) {
                if (param.isRequired() || once(3)) {
                    add("--" + param.name(), value(param));
                }
            }
            if (once(4)) {
                add("--weight", "w");
            }
            if (once(5)) {
                add("--by", "g");
            }
            for (int n = random.nextInt(4); n > 0; n--) {
                args.addAll(List.of(OPTIONS.get(random.nextInt(OPTIONS.size())).split(" ")));
            }
        }

        private void add(String option, String value) {
            args.add(option);
            args.add(value);
        }

        private String value(Param param) {
            switch (param.kind()) {
                case CHOICE:
                    return param.choices().get(random.nextInt(param.choices().size()));
                case LIST:
                    List<String> levels = new ArrayList<>();
                    for (int k = 1; k <= predictions; k++) {
                        levels.add(Double.toString(k / (predictions + 1.0)));
                    }
                    return String.join(",", levels);
                case WHOLE:
                    return Integer.toString(1 + random.nextInt(3));
                default:
                    return any(NUMBERS);
            }
        }

        private void drawRows() {
            for (int k = 0; k < targets; k++) {
                data.append('t').append(k).append(',');
            }
            for (int k = 0; k < predictions; k++) {
                data.append('p').append(k).append(',');
            }
            for (Extra extra : card.extras()) {
                data.append(extra.name()).append(',');
            }
            data.append("w,g\n");
            boolean wild = once(5);
            int labels = random.nextInt(2);
            for (int rows = once(10) ? 0 : 1 + random.nextInt(once(20) ? 2000 : 6); rows > 0; rows--) {
                for (int k = 0; k < targets; k++) {
                    data.append(wild && once(4) ? any(EXTREMES) : target(labels))
                            .append(',');
                }
                int left = 100;
                for (int k = 0; k < predictions; k++) {
                    int share = k == predictions - 1 ? left : random.nextInt(left + 1);
                    left -= share;
                    data.append(wild && once(4) ? any(EXTREMES) : prediction(share))
                            .append(',');
                }
                for (int k = card.extras().size(); k > 0; k--) {
                    data.append(1 + random.nextInt(9)).append(',');
                }
                data.append(once(20) ? 0 : 1 + random.nextInt(5)).append(',').append("xyz".charAt(random.nextInt(3)));
                data.append('\n');
            }
        }

        private String target(int labels) {
            switch (card.target()) {
                case NUMBER:
                    return card.targetDomain().contains(-1) ? number() : Integer.toString(random.nextInt(9));
                case SIGN:
                    return once(2) ? "1" : "-1";
                case CLASS:
                    return targets > 1 || predictions == 1
                            ? Integer.toString(random.nextInt(2))
                            : labels == 0 ? Integer.toString(random.nextInt(3)) : any(new String[] {"a", "b", "c"});
                default:
                    return Integer.toString(random.nextInt(2));
            }
        }

        private String prediction(int share) {
            switch (scale) {
                case PROBABILITY:
                    return Double.toString(share / 100.0);
                case LOG_PROBABILITY:
                    return Double.toString(Math.log(share / 100.0 + 1e-9));
                default:
                    return scale == Scale.VALUE && !card.predictionDomain(scale).contains(-1)
                            ? Double.toString(share / 10.0 + 0.1)
                            : number();
            }
        }

        private String number() {
            return Double.toString(Math.round(random.nextGaussian() * 1000) / 100.0);
        }

        void run() {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            byte[] bytes = data.toString().getBytes(StandardCharsets.UTF_8);
            int exit =
                    App.run(args.toArray(new String[0]), new Streams(new ByteArrayInputStream(bytes), out, err, false));
            String said = err.toString(StandardCharsets.UTF_8);
            boolean fine = exit == 0 || exit <= 3 && said.startsWith("losscalc: ");
            assertTrue(fine, () -> "exit " + exit + "\nlosscalc " + String.join(" ", args) + "\n" + data + said);
        }
    }
}
