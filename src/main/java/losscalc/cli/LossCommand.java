package losscalc.cli;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import losscalc.engine.Job;
import losscalc.engine.Reduction;
import losscalc.engine.Result;
import losscalc.engine.Run;
import losscalc.input.DataSet;
import losscalc.input.Dialect;
import losscalc.input.Policy;
import losscalc.input.Rows;
import losscalc.input.Source;
import losscalc.input.Wanted;
import losscalc.loss.Card;
import losscalc.loss.Interval;
import losscalc.loss.Loss;
import losscalc.loss.Scale;
import losscalc.loss.Setup;
import losscalc.losses.Losses;
import losscalc.manual.Manual;
import losscalc.num.DecimalWriter;
import losscalc.problem.Echo;
import losscalc.problem.Exit;
import losscalc.problem.Problem;
import losscalc.report.Format;
import losscalc.report.Output;
import losscalc.report.Quiet;
import losscalc.report.Renderer;
import losscalc.report.Show;

/** {@code losscalc LOSS ...}: the main job. */
final class LossCommand {
    private final Streams streams;
    private final Output out;
    private final Output err;
    private Card card;
    private CommandLineReader words;

    LossCommand(Streams streams, Output out, Output err) {
        this.streams = streams;
        this.out = out;
        this.err = err;
    }

    /**
     * Computes one loss over a data set.
     *
     * @param name the name of the loss as it was typed
     * @param loss the loss
     * @param args the words behind it
     */
    Exit run(String name, Loss loss, List<String> args) throws Problem {
        card = loss.card();
        words = new CommandLineReader(card);
        words.read(args);
        if (words.has(Option.HELP)) {
            out.print(LossHelp.of(card));
            return Exit.OK;
        }
        if (words.files().isEmpty() && streams.inputIsTerminal()) {
            err.print(Manual.shortHelp());
            return Exit.USAGE;
        }
        Reduction reduction =
                Reduction.values()[Words.choice("--reduction", words.word(Option.REDUCTION), WordsOf.REDUCTIONS)];
        Scale scale = scale(name);
        double[] values = parameters();
        Dialect dialect = dialect();
        Renderer renderer = renderer(reduction);
        String limit = words.word(Option.FAIL_ABOVE);
        double failAbove =
                limit == null ? Double.POSITIVE_INFINITY : Words.number("--fail-above", limit, Interval.REAL);

        String predictions = words.word(Option.PREDICTIONS);
        try (DataSet data = DataSet.open(
                sources(predictions), predictions == null ? null : source(predictions), wanted(scale), dialect)) {
            boolean gradient = words.has(Option.GRADIENT);
            Setup setup =
                    new Setup(card.params(), values, scale, data.predictions().size(), words.has(Option.NORMALIZE));
            Rows rows = data.rows();
            Job job = new Job(
                    card, setup, data.files(), data.targets(), data.predictions(), data.classes(), reduction, gradient);
            renderer.begin(job);
            Result result = Run.run(rows, loss.formula(setup), gradient, renderer);
            renderer.end(result);
            out.flush();
            warn(result);
            return check(result.value(reduction), reduction, failAbove);
        }
    }

    private Exit check(double value, Reduction reduction, double failAbove) throws Problem {
        if (value <= failAbove) {
            return Exit.OK;
        }
        if (Double.isNaN(value) && words.word(Option.FAIL_ABOVE) == null) {
            return Exit.OK;
        }
        err.print("losscalc: the ")
                .print(reduction == Reduction.SUM ? "sum " : "mean ")
                .print(value);
        err.print(" is above ").print(DecimalWriter.toString(failAbove)).line();
        return Exit.CHECK_FAILED;
    }

    private void warn(Result result) throws Problem {
        if (result.infinite() > 0) {
            err.print("losscalc: warning: ").print(result.infinite());
            err.print(
                    result.infinite() == 1
                            ? " sample has an infinite loss, "
                            : " samples have an infinite loss, the first ");
            err.print("at ").print(result.firstInfinite().toString()).line();
        }
    }

    private Scale scale(String name) throws Problem {
        String word = words.word(Option.FROM);
        if (word == null) {
            for (int i = 0; i < card.aliases().size(); i++) {
                if (Losses.key(card.aliases().get(i)).equals(Losses.key(name))) {
                    return card.impliedScale(i);
                }
            }
            return card.scales().get(0);
        }
        List<String> allowed = new ArrayList<>();
        for (Scale scale : card.scales()) {
            allowed.add(scale.word());
        }
        return card.scales().get(Words.choice("--from", word, allowed));
    }

    private double[] parameters() throws Problem {
        double[] values = new double[card.params().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Words.parameter(
                    card.params().get(i), words.word("--" + card.params().get(i).name()));
        }
        return values;
    }

    private Dialect dialect() throws Problem {
        String delimiter = words.word(Option.DELIMITER);
        String comment = words.word(Option.COMMENT);
        String mark = words.word(Option.DECIMAL);
        char decimal = mark == null ? '.' : Words.character("--decimal", mark);
        if (decimal != '.' && decimal != ',') {
            throw Problem.usage("--decimal: . or , was wanted, and " + Echo.quoted(mark) + " was found", null);
        }
        return new Dialect(
                delimiter == null ? 0 : Words.character("--delimiter", delimiter),
                !words.has(Option.NO_HEADER),
                comment == null ? 0 : Words.character("--comment", comment),
                decimal,
                encoding(),
                policy(Option.MISSING),
                policy(Option.NONFINITE),
                policy(Option.RAGGED));
    }

    private Policy policy(Option option) throws Problem {
        return Policy.values()[
                Words.choice(
                        option.longName(),
                        words.word(option),
                        Words.list(option.value().replace('|', ',')))];
    }

    private Charset encoding() throws Problem {
        String name = words.word(Option.ENCODING);
        try {
            return name == null ? null : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw Problem.usage(
                    "--encoding: " + Echo.quoted(name) + " is not known",
                    "UTF-8, ISO-8859-1, windows-1252, UTF-16LE, GBK, ...");
        }
    }

    private Renderer renderer(Reduction reduction) throws Problem {
        String format = words.word(Option.FORMAT);
        Format form = Format.values()[Words.choice("--format", format, WordsOf.FORMATS)];
        String digits = words.word(Option.DIGITS);
        int significant = digits == null ? 6 : Words.whole("--digits", digits, 1, 17);
        String part = words.word(Option.SHOW);
        Show show = Show.values()[Words.choice("--show", part, WordsOf.SHOWS)];
        if (words.has(Option.QUIET)) {
            if (form != Format.TEXT) {
                throw Problem.usage("-q prints the bare value, so --format has nothing to say", null);
            }
            return new Quiet(out);
        }
        if (reduction == Reduction.NONE && part != null && show == Show.SUMMARY) {
            throw Problem.usage("--reduction none leaves no summary to show", null);
        }
        if (!form.holdsBoth() && show == Show.ALL) {
            if (part != null) {
                throw Problem.usage(
                        "a " + form.word() + " document has one header: samples and summary cannot both stand in it",
                        "--show samples or --show summary");
            }
            show = Show.SAMPLES;
        }
        return form.renderer(out, show, significant);
    }

    private Wanted wanted(Scale scale) {
        String classes = words.word(Option.CLASSES);
        return new Wanted(
                words.word(Option.TARGET),
                words.word(Option.PREDICTION),
                card.target(),
                card.targetDomain(),
                scale,
                card.predictionDomain(scale),
                card.scales().contains(Scale.LOGIT),
                classes == null ? null : Words.list(classes),
                words.word(Option.POSITIVE),
                words.has(Option.SOFT_LABELS),
                words.has(Option.NORMALIZE));
    }

    private List<Source> sources(String predictions) throws Problem {
        List<Source> sources = new ArrayList<>();
        boolean stdin = "-".equals(predictions);
        for (String file : words.files()) {
            if (file.equals("-") && stdin) {
                throw Problem.usage("standard input can be read once", null);
            }
            stdin |= file.equals("-");
            sources.add(source(file));
        }
        if (sources.isEmpty()) {
            if (stdin) {
                throw Problem.usage("standard input can be read once", "name the file of the targets");
            }
            sources.add(source("-"));
        }
        return sources;
    }

    private Source source(String file) {
        return file.equals("-") ? Source.stream("<stdin>", streams.in()) : Source.file(file);
    }
}
