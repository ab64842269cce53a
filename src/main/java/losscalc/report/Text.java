package losscalc.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import losscalc.engine.Aggregate;
import losscalc.engine.Computed;
import losscalc.engine.Job;
import losscalc.engine.NoSamples;
import losscalc.engine.Reduction;
import losscalc.engine.Result;
import losscalc.loss.Block;
import losscalc.problem.Problem;

/**
 * Text for people: a heading, one line a sample, the aggregates.
 *
 * <p>Up to {@value #HELD} samples are held back, so that the columns fit what stands in them and each
 * sample's share of the total can be shown. Longer data streams, without the shares.
 */
final class Text implements Renderer {
    private static final int HELD = 10_000;
    /** A row of more targets and predictions than this is shown without its predictions; several targets go with them. */
    private static final int MOST_VALUES = 6;
    /** So many of the largest shares have a colour. */
    private static final int STANDING_OUT = 3;

    private final Output out;
    private final Style style;
    private final Show show;
    private final int digits;
    private Job job;
    private Sample sample;
    private Table table;
    private boolean withTargets;
    private boolean withPredictions;
    private boolean streaming;
    private boolean hasRows;
    private double[] held = new double[64];

    Text(Output out, Style style) {
        this.out = out;
        this.style = style;
        show = style.show();
        digits = style.digits();
    }

    @Override
    public void begin(Job asked) {
        job = asked;
        sample = new Sample(job);
        int targets = job.data().targets().size();
        withPredictions = targets + job.predictions().size() <= MOST_VALUES;
        withTargets = withPredictions || targets == 1;
        List<String> titles = sample.titles(withTargets, withPredictions);
        if (!job.hasModels()) {
            titles.add("share");
        }
        table = new Table(titles, style);
        if (withTargets && sample.hasLabel()) {
            table.alignLeft(1);
        }
    }

    @Override
    public void samples(Block rows, Computed values) throws Problem {
        if (!show.hasSamples()) {
            return;
        }
        hasRows = true;
        for (int i = 0; i < rows.rows(); i++) {
            sample.take(rows, i, values);
            List<String> cells = new ArrayList<>();
            sample.cells(withTargets, withPredictions, digits, cells);
            hold(Top.contribution(rows, values, i));
            table.add(cells);
        }
        if (streaming) {
            table.printRows(out);
        } else if (table.size() > HELD && job.top() == 0) {
            stream();
        }
    }

    @Override
    public Share share() {
        return show.hasSamples() ? null : NoSamples.INSTANCE;
    }

    @Override
    public void end(Result result) throws Problem {
        if (!streaming) {
            heading(result);
            if (hasRows) {
                if (!job.hasModels()) {
                    shares(result.total().samples().sum());
                }
                table.print(1, out);
            }
        }
        if (hasSummary()) {
            if (hasRows) {
                out.line();
            }
            if (job.isGrouped() || job.hasModels()) {
                new SummaryText(job, style).print(result, out);
            } else {
                summary(result);
            }
        }
        if (!hasSummary() && result.counts().skipped() > 0) {
            out.line().print(result.counts().skippedText()).line();
        }
        if (style.signature() != null) {
            out.line().print(style.signature().line(job, result)).line();
        }
    }

    private boolean hasSummary() {
        return show.hasSummary() && job.reduction() != Reduction.NONE;
    }

    private void hold(double loss) {
        if (!streaming) {
            if (table.size() == held.length) {
                held = Arrays.copyOf(held, 2 * held.length);
            }
            held[table.size()] = loss;
        }
    }

    /** There are too many samples to hold: what was held is printed, what comes is printed as it comes. */
    private void stream() throws Problem {
        streaming = true;
        List<String> titles = sample.titles(withTargets, withPredictions);
        Table wider = new Table(titles, style);
        wider.takeRows(table);
        table = wider;
        heading(null);
        table.printTitles(out);
        table.printRows(out);
    }

    private void shares(double sum) {
        for (int i = 0; i < table.size(); i++) {
            table.append(i, Sample.percent(Sample.share(held[i], sum)));
        }
        if (style.coloured() && table.size() > STANDING_OUT) {
            emphasizeLargest();
        }
    }

    /** A few passes over the held losses find the largest. */
    private void emphasizeLargest() {
        double below = Double.POSITIVE_INFINITY;
        int last = -1;
        for (int n = 0; n < STANDING_OUT; n++) {
            int largest = -1;
            for (int i = 0; i < table.size(); i++) {
                boolean isNext = held[i] < below || held[i] == below && i > last;
                if (isNext && (largest < 0 || held[i] > held[largest])) {
                    largest = i;
                }
            }
            if (largest < 0) {
                return;
            }
            table.emphasizeLast(largest);
            below = held[largest];
            last = largest;
        }
    }

    private void heading(Result result) throws Problem {
        Heading heading = new Heading(job, style, out);
        heading.print();
        if (job.top() > 0) {
            double sum = 0;
            for (int i = 0; i < table.size(); i++) {
                sum += held[i];
            }
            heading.printTop(table.size(), sum, result.total());
        }
        out.line();
    }

    /** All rows together, one figure a line. */
    private void summary(Result result) throws Problem {
        Aggregate total = result.total();
        List<String> names = Figures.names(job);
        List<String> values = Figures.texts(job, total, digits);
        int width = Long.toString(total.n()).length();
        int nameWidth = 0;
        for (int i = 0; i < values.size(); i++) {
            width = Math.max(width, values.get(i).length());
            nameWidth = Math.max(nameWidth, names.get(i).length());
        }
        for (int i = 0; i < values.size(); i++) {
            String name = names.get(i);
            String remark = name.equals("min")
                    ? "row " + total.samples().min().row()
                    : name.equals("max") ? "row " + total.samples().max().row() : "";
            line(name, nameWidth, values.get(i), width, i == Figures.chosen(job), remark);
        }
        line(
                "n",
                nameWidth,
                Long.toString(total.n()),
                width,
                false,
                result.counts().skippedText());
    }

    private void line(String name, int nameWidth, String value, int width, boolean stands, String remark)
            throws Problem {
        out.print(name).print(" ".repeat(nameWidth + 2 - name.length()));
        out.print(stands ? style.bold(value) : value);
        if (!remark.isEmpty()) {
            out.print(" ".repeat(width + 2 - value.length())).print(remark);
        }
        out.line();
    }
}
