package losscalc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Under {@code --nonfinite propagate} a loss with an infinite number is its limit, and NaN where there is none. */
class InfinitiesTest {
    /** Each limit is that of the formula and of its derivatives on paper. */
    @ParameterizedTest
    @CsvSource({
        "pseudo-huber --delta 2,     0,         inf,  Infinity, 2,    0",
        "pseudo-huber,               -inf,      3,    Infinity, 1,    0",
        "pseudo-huber,               inf,       -inf, Infinity, -1,   0",
        "pseudo-huber,               inf,       inf,  NaN,      NaN,  NaN",
        "fair --c 3,                 1,         -inf, Infinity, -3,   0",
        "squared-log,                1,         inf,  Infinity, 0,    0",
        "ape,                        inf,       2,    1,        0,    0",
        "ape,                        inf,       -inf, NaN,      0,    0",
        "spe,                        -inf,      2,    1,        0,    0",
        "pe,                         inf,       2,    1,        0,    0",
        "smape,                      inf,       2,    2,        0,    0",
        "smape,                      2,         -inf, 2,        0,    0",
        "smape,                      inf,       -inf, 2,        0,    0",
        "poisson-deviance,           2,         inf,  Infinity, 2,    0",
        "gamma-deviance,             2,         inf,  Infinity, 0,    0",
        "gamma-deviance --from log,  2,         -inf, Infinity, -Infinity, Infinity",
        "tweedie-deviance --power 0 --from log, 0.5, -inf, 0.25, 0,   0",
        "general-robust --alpha 0,   1,         inf,  Infinity, 0,    0",
        "contrastive,                0,         inf,  0,        0,    0",
        "focal --from logit,         0,         inf,  Infinity, 1,    0",
        "periodic --period 7,        0,         inf,  NaN,      NaN,  NaN"
    })
    void aLimitIsThere(String loss, String y, String f, String value, String gradient, String hessian) {
        String[] got = derivatives(loss, "y,f\n" + y + "," + f + "\n");
        assertEquals(List.of(value, gradient, hessian), Arrays.asList(got).subList(2, 5));
    }

    @ParameterizedTest
    @CsvSource({
        "multiclass-sparsemax, 1 inf 0 -1, Infinity, 1 -1 0, 0 0 0",
        "multiclass-sparsemax, 0 inf 0 -1, 0, 0 0 0, 0 0 0",
        "multiclass-sparsemax, 0 inf inf 0, NaN, NaN NaN 0, 0.5 0.5 0",
        "cross-entropy --from logit, 1 inf 0 -1, Infinity, 1 -1 0, 0 0 0",
        "kl --from log-probability, 0 0.5 0.5 -inf -1 -1, 0.3068528194400547, 0 -0.5 -0.5, 0 0 0",
    })
    void soItIsOfSeveralColumns(String loss, String row, String value, String gradient, String hessian) {
        int n = row.split(" ").length;
        String targets = n == 4 ? "t" : "t1,t2,t3";
        String data = targets + ",f1,f2,f3\n" + row.replace(' ', ',') + "\n";
        String[] got = derivatives(loss + " -t " + targets + " -p f1:f3", data);
        List<String> expected = new ArrayList<>(List.of(value));
        expected.addAll(List.of(gradient.split(" ")));
        expected.addAll(List.of(hessian.split(" ")));
        assertEquals(expected, Arrays.asList(got).subList(n, got.length));
    }

    private static String[] derivatives(String loss, String data) {
        List<String> args = new ArrayList<>(List.of(loss.split(" ")));
        args.addAll(List.of("--nonfinite", "propagate", "--gradient", "--hessian", "--format", "csv", "-"));
        return ConventionOracleTest.run(args, data).split("\n")[1].split(",");
    }
}
