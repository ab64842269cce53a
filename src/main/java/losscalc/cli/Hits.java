package losscalc.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import losscalc.engine.Aggregate;
import losscalc.engine.Reduction;
import losscalc.report.Finding;

/**
 * What gives a number to its printed digits, the simplest first: the mean of a loss as it is before a sum or a root,
 * a form of one library, another reading of the predictions, a half, a hundredfold, a negative.
 */
final class Hits {
    private final BigDecimal wanted;
    private final double tolerance;
    private final List<Hit> hits = new ArrayList<>();
    private final List<Hit> others = new ArrayList<>();

    /**
     * One of them.
     *
     * @param rank how far-fetched it is
     * @param distance how far from what is wanted
     */
    private record Hit(Finding finding, int rank, double distance) {}

    Hits(BigDecimal wanted) {
        this.wanted = wanted;
        tolerance = BigDecimal.ONE.movePointLeft(wanted.scale()).doubleValue() / 2;
    }

    /** Takes in all figures of a trial. */
    void add(Trial trial) {
        Aggregate total = trial.total();
        int rank = rank(trial.options());
        boolean isMean = trial.reduction() == Reduction.MEAN;
        add(trial, "", trial.value(), rank);
        if (!isMean || total.samples() == null) {
            return;
        }
        add(trial, "--reduction sum", total.samples().sum(), rank + 2);
        add(trial, "--reduction root", Math.sqrt(total.mean()), rank + 2);
        add(trial, "--reduction max", total.samples().max().value(), rank + 4);
        add(trial, "--half", total.mean() / 2, rank + 3);
        add(trial, "--half --reduction sum", total.samples().sum() / 2, rank + 4);
        if (!trial.options().contains("--percent")) {
            add(trial, "--percent", total.mean() * 100, rank + 3);
            add(trial, "--percent --reduction root", Math.sqrt(total.mean()) * 100, rank + 5);
        }
    }

    /** A form of a library is as likely as the loss itself, unless it takes the predictions for something else. */
    private static int rank(String options) {
        int rank = options.isEmpty() ? 0 : 1;
        return options.contains("--from") ? rank + 3 : rank;
    }

    private void add(Trial trial, String options, double value, int rank) {
        add(trial, options, value, 1, rank);
        if (value != 0 && trial.card().isSigned()) {
            add(trial, options, -value, -1, rank + 4);
        }
    }

    private void add(Trial trial, String options, double value, int sign, int rank) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return;
        }
        String typed = (trial.options() + " " + options).strip();
        List<String> who =
                sign < 0 ? List.of("with the other sign") : options.isEmpty() ? trial.who() : List.of("exact");
        double distance = new BigDecimal(value).subtract(wanted).abs().doubleValue();
        List<Hit> list = distance <= tolerance ? hits : others;
        List<String> all = new ArrayList<>(who);
        int least = rank;
        for (int i = 0; i < list.size(); i++) {
            Hit hit = list.get(i);
            if (hit.finding().card().name().equals(trial.card().name())
                    && hit.finding().options().equals(typed)) {
                all.addAll(0, hit.finding().who());
                all.remove("exact");
                least = Math.min(rank, hit.rank());
                list.remove(i--);
            }
        }
        Hit hit = new Hit(new Finding(trial.card(), typed, all, value), least, distance);
        insert(list, hit, distance <= tolerance);
    }

    /** Keeps the order: by rank and then by distance; of what does not match by distance alone. */
    private static void insert(List<Hit> list, Hit hit, boolean byRank) {
        int at = list.size();
        while (at > 0 && isBefore(hit, list.get(at - 1), byRank)) {
            at--;
        }
        list.add(at, hit);
    }

    private static boolean isBefore(Hit a, Hit b, boolean byRank) {
        return byRank && a.rank() != b.rank() ? a.rank() < b.rank() : a.distance() < b.distance();
    }

    /** Whether anything gives the number. */
    boolean found() {
        return !hits.isEmpty();
    }

    /** The first of them; where there is none, the nearest of the others. */
    List<Finding> best(int most) {
        List<Hit> from = found() ? hits : others;
        List<Finding> best = new ArrayList<>();
        for (int i = 0; i < from.size() && i < most; i++) {
            best.add(from.get(i).finding());
        }
        return best;
    }

    /** How many more there are than are shown. */
    int more() {
        return Math.max(0, hits.size() - 20);
    }
}
