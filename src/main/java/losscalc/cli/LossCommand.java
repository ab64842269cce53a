package losscalc.cli;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import losscalc.engine.Aggregate;
import losscalc.engine.Job;
import losscalc.engine.NoSamples;
import losscalc.engine.Reduction;
import losscalc.engine.Result;
import losscalc.engine.Run;
import losscalc.input.Lane;
import losscalc.input.LiveStream;
import losscalc.input.Rows;
import losscalc.input.fast.FastLane;
import losscalc.loss.Card;
import losscalc.loss.Formula;
import losscalc.loss.Loss;
import losscalc.loss.Scale;
import losscalc.losses.Losses;
import losscalc.manual.Manual;
import losscalc.problem.Echo;
import losscalc.problem.Exit;
import losscalc.problem.Problem;
import losscalc.report.Output;
import losscalc.report.OutputFile;
import losscalc.report.Renderer;

/** {@code losscalc LOSS ...}: the main job. */
final class LossCommand {
    private final Consumer<Problem> complaints;
    private final Streams streams;
    private final Output out;
    private final Output err;

    /** @param complaints takes what is wrong with rows that come, while more of them may be */
    LossCommand(Streams streams, Output out, Output err, Consumer<Problem> complaints) {
        this.complaints = complaints;
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
        Card card = loss.card();
        CommandLineReader words = new CommandLineReader(card, Losses.implied(card, name));
        words.read(args);
        if (words.has(Option.HELP)) {
            out.print(LossHelp.of(card));
            return Exit.OK;
        }
        if (words.files().isEmpty() && streams.inputIsTerminal()) {
            err.print(Manual.shortHelp());
            return Exit.USAGE;
        }
        for (String file : words.files()) {
            if (Losses.find(file) != null && !new File(file).exists()) {
                throw NoLoss.second(name, file);
            }
        }
        String library = words.word(Option.CONVENTION);
        Convention convention = null;
        if (library != null && !library.equalsIgnoreCase("exact")) {
            convention = Convention.of(card, library, name, Settings.scale(card, words), words);
        }
        Settings settings = new Settings(card, words, streams.in(), convention);
        if (settings.live() != null) {
            settings.live().complainTo(complaints);
        }
        String output = settings.output().file(settings.input());
        if (output == null) {
            return run(loss, settings, out, null);
        }
        try (OutputFile file = OutputFile.open(output)) {
            return run(loss, settings, file.output(), file);
        }
    }

    /**
     * @param to where the answer is printed
     * @param file the file behind it, or null
     */
    private Exit run(Loss loss, Settings settings, Output to, OutputFile file) throws Problem {
        // All that was typed is checked before a file is opened.
        Renderer renderer = settings.output().renderer(to);
        double failAbove = settings.failAbove();
        int threads = settings.threads();
        // The quick lane reads doubles only.
        try (Prepared wide = Prepared.of(loss, settings, settings.manner(), settings.isDecimal() ? null : lane())) {
            Settings narrow = wide.job().setup().predictions() == 1 ? settings.ofOneColumn() : null;
            Prepared prepared = narrow == null ? wide : wide.with(loss, narrow, narrow.manner());
            Job job = prepared.job();
            Rows rows = prepared.data().rows();
            renderer.begin(job);
            Result result = run(job, rows, prepared.formula(), renderer, threads, settings.live());
            renderer.end(result);
            to.flush();
            if (file != null) {
                file.commit();
            }
            warn(result, job);
            if (result.counts().skipped() > 0 && !renderer.tellsSkipped()) {
                err.print("losscalc: ").print(result.counts().skippedText()).line();
            }
            return check(result, settings.reduction(), failAbove);
        }
    }

    private Result run(Job job, Rows rows, Formula formula, Renderer renderer, int threads, LiveStream live)
            throws Problem {
        String terminals = System.getProperty("losscalc.terminal", "");
        // Where samples run over the same screen, they show that it goes on.
        boolean quiet = terminals.indexOf('o') < 0 || renderer.share() == NoSamples.INSTANCE;
        if (terminals.indexOf('e') < 0 || !quiet) {
            return Run.run(job, rows, formula, renderer, threads, live);
        }
        List<String> files = job.data().files();
        long total = files.size() == 1 ? new File(files.get(0)).length() : 0;
        try (Progress progress = new Progress(rows, total, streams.err())) {
            progress.start();
            return Run.run(job, rows, formula, renderer, threads, live);
        }
    }

    /**
     * Both lanes give the same answer: that is tested by taking the quick one away, or making its pieces
     * small, with a system property that is not for users.
     */
    static Lane lane() {
        String lane = System.getProperty("losscalc.lane", "");
        if (lane.equals("readable")) {
            return null;
        }
        return lane.isEmpty() ? new FastLane() : new FastLane(Integer.parseInt(lane));
    }

    private void warn(Result result, Job job) throws Problem {
        long infinite = result.infinite();
        if (infinite > 0) {
            err.print("losscalc: warning: ").print(infinite);
            err.print(
                    infinite == 1
                            ? " sample has an infinite loss, at "
                            : " samples have an infinite loss, the first at ");
            err.print(result.firstInfinite().toString()).line();
            if (job.setup().scale() == Scale.PROBABILITY && job.card().scales().contains(Scale.LOGIT)) {
                err.print("  hint: what happened had the probability 0; ")
                        .print(
                                "a logit (--from logit) is not rounded to that, and some libraries clip it (--convention)")
                        .line();
            }
        }
    }

    /** With groups or models, each of them has to pass. */
    private Exit check(Result result, Reduction reduction, double failAbove) throws Problem {
        if (Double.isNaN(failAbove)) {
            return Exit.OK;
        }
        List<Aggregate> all = new ArrayList<>(result.groups());
        all.addAll(result.totals());
        Exit exit = Exit.OK;
        for (Aggregate aggregate : all) {
            double value = aggregate.value(reduction);
            if (!(value <= failAbove)) {
                exit = Exit.CHECK_FAILED;
                err.print("losscalc: the ").print(reduction.word());
                if (!aggregate.group().isEmpty()) {
                    err.print(" of ").print(Echo.plain(String.join(", ", aggregate.group())));
                }
                if (aggregate.model() != null) {
                    err.print(" of ").print(Echo.plain(aggregate.model()));
                }
                err.print(" is ")
                        .print(value)
                        .print(Double.isNaN(value) ? ", not at most " : ", above ")
                        .print(failAbove)
                        .line();
            }
        }
        return exit;
    }
}
