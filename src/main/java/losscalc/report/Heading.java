package losscalc.report;

import java.util.List;
import losscalc.engine.Aggregate;
import losscalc.engine.Job;
import losscalc.engine.Reduction;
import losscalc.loss.Param;
import losscalc.loss.Scale;
import losscalc.problem.Echo;
import losscalc.problem.Problem;

/** What stands above the numbers in text: the loss and how it is computed, the data and the columns chosen in them. */
final class Heading {
    private final Job job;
    private final Style style;
    private final Output out;

    Heading(Job job, Style style, Output out) {
        this.job = job;
        this.style = style;
        this.out = out;
    }

    void print() throws Problem {
        label("loss").print(loss()).line();
        if (job.manner().twin() != null) {
            label("convention").print(job.manner().convention()).print(" ");
            out.print(job.manner().twin()).line();
        }
        label("data").print(names(job.data().files())).line();
        label("target").print(names(job.data().targets())).line();
        label("prediction").print(names(job.predictions())).print(scale()).line();
        if (job.data().weight() != null) {
            label("weight").print(Echo.plain(job.data().weight())).line();
        }
    }

    /**
     * Which of the samples are shown, and what they come to.
     *
     * @param shown how many
     * @param sum that of their losses
     * @param total all samples
     */
    void printTop(int shown, double sum, Aggregate total) throws Problem {
        label("samples").print("top ").print(shown).print(" of ").print(total.n());
        String share = Sample.percent(Sample.share(sum, total.samples().sum()));
        out.print(share.equals("-") ? "" : ", " + share + " of the sum").line();
    }

    private Output label(String text) throws Problem {
        return out.print(style.dim(text + " ".repeat(12 - text.length())));
    }

    private String loss() {
        StringBuilder loss = new StringBuilder(job.card().name());
        for (Param param : job.card().params()) {
            double[] values = job.setup().values(param);
            if (!Double.isNaN(values[0])) {
                loss.append(", ").append(param.name()).append(' ').append(param.text(values));
            }
        }
        if (job.reduction() != Reduction.MEAN && job.reduction() != Reduction.NONE) {
            loss.append(", reduction ").append(job.reduction().word());
        }
        for (String option : job.manner().options()) {
            loss.append(", ").append(Echo.plain(option));
        }
        return loss.toString();
    }

    private String scale() {
        Scale scale = job.setup().scale();
        return scale == Scale.VALUE ? "" : " (" + scale.word() + ")";
    }

    /** All of them, or of many the first three and the last. */
    private static String names(List<String> names) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            if (names.size() > 6 && i >= 3 && i < names.size() - 1) {
                text.append(i == 3 ? ", ..." : "");
            } else {
                text.append(i == 0 ? "" : ", ").append(Echo.plain(names.get(i)));
            }
        }
        return text.toString();
    }
}
