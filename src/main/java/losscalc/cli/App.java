package losscalc.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import losscalc.loss.Loss;
import losscalc.losses.Losses;
import losscalc.manual.Completion;
import losscalc.manual.Explain;
import losscalc.manual.Listing;
import losscalc.manual.LossesDocument;
import losscalc.manual.ManPage;
import losscalc.manual.Manual;
import losscalc.problem.Echo;
import losscalc.problem.Exit;
import losscalc.problem.Fault;
import losscalc.problem.Nearest;
import losscalc.problem.Problem;
import losscalc.report.Output;

/** The program as a function: words and streams in, exit code out. */
public final class App implements Consumer<Problem> {
    private final Streams streams;
    private final Output out;
    private final Output err;
    /** What a wrong command line is told where nothing better is known. */
    private String tryHelp = "losscalc --help shows what there is";
    /** How many of the faults that are known have been said. */
    private int said;

    private App(Streams streams) {
        this.streams = streams;
        this.out = new Output(streams.out(), "standard output");
        this.err = new Output(streams.err(), "standard error");
    }

    /**
     * Runs the program.
     *
     * @param args the words behind {@code losscalc}
     * @param streams what it is connected to
     * @return the exit code
     */
    public static int run(String[] args, Streams streams) {
        App app = new App(streams);
        List<String> words = new ArrayList<>(Arrays.asList(args));
        boolean debug = words.remove("--debug");
        try {
            return app.start(words);
        } catch (Problem problem) {
            return app.say(problem);
        } catch (RuntimeException | Error e) {
            return app.sayFault(e, words, debug);
        }
    }

    private int start(List<String> words) throws Problem {
        Exit exit = carryOut(words);
        out.flush();
        err.flush();
        return exit.code();
    }

    private Exit carryOut(List<String> words) throws Problem {
        if (words.isEmpty()) {
            err.print(Manual.shortHelp());
            return Exit.USAGE;
        }
        String first = words.get(0);
        List<String> rest = words.subList(1, words.size());
        switch (first) {
            case "--help", "-h":
                return help(List.of());
            case "--version", "-V":
                out.print("losscalc ").print(Manual.version()).line();
                return Exit.OK;
            case "help":
                return help(rest);
            case "list":
                return asksForHelp(rest) ? help(List.of()) : list(rest);
            case "explain":
                return asksForHelp(rest) ? help(List.of()) : explain(rest);
            case "completion":
                return asksForHelp(rest) ? help(List.of()) : new CompletionCommand(streams, out).run(rest);
            case "reconcile":
                tryHelp = "losscalc reconcile --help";
                return new ReconcileCommand(streams, out).run(rest);
            default:
                Loss loss = find(first, rest);
                tryHelp = "losscalc " + first + " --help lists its options";
                return new LossCommand(streams, out, err, this).run(first, loss, rest);
        }
    }

    private static boolean asksForHelp(List<String> words) {
        return words.contains("--help") || words.contains("-h");
    }

    private Exit help(List<String> words) throws Problem {
        String topic = words.isEmpty() ? "help" : words.get(0);
        switch (topic) {
            case "help", "list", "explain", "completion":
                out.print(Manual.help());
                return Exit.OK;
            case "reconcile":
                out.print(Manual.helpOfReconcile());
                return Exit.OK;
            case "--man":
                out.print(ManPage.text(Option.lines()));
                return Exit.OK;
            case "--losses":
                out.print(LossesDocument.text());
                return Exit.OK;
            default:
                return new LossCommand(streams, out, err, this).run(topic, find(topic, List.of()), List.of("--help"));
        }
    }

    private Exit list(List<String> words) throws Problem {
        List<String> wanted = new ArrayList<>(words);
        String format = takeFormat(wanted);
        String library = Words.take("--library", wanted, null);
        for (String word : wanted) {
            if (word.startsWith("-")) {
                throw Problem.usage(
                        "unknown option " + Echo.name(word),
                        "losscalc list [WORDS] [--library torch] [--format json|markdown]");
            }
        }
        Listing.print(wanted, library == null ? "" : Libraries.named(library), format, out);
        return Exit.OK;
    }

    private Exit explain(List<String> words) throws Problem {
        List<String> wanted = new ArrayList<>(words);
        String format = takeFormat(wanted);
        if (wanted.size() != 1 || wanted.get(0).startsWith("-")) {
            throw Problem.usage(
                    "explain wants the name of one loss", "losscalc explain huber [--format json|markdown]");
        }
        Explain.print(find(wanted.get(0), List.of()), wanted.get(0), format, out);
        return Exit.OK;
    }

    /** Takes {@code --format text|json|markdown} out of the words. */
    private static String takeFormat(List<String> words) throws Problem {
        String format = Words.take("--format", words, null);
        if (format == null || Completion.FORMATS_OF_LISTS.contains(format)) {
            return format == null ? "text" : format;
        }
        String near = Nearest.hint(format, Completion.FORMATS_OF_LISTS);
        throw Problem.usage("--format " + Echo.quoted(format) + ": text, json or markdown was wanted", near);
    }

    private static Loss find(String name, List<String> rest) throws Problem {
        Loss loss = Losses.find(name);
        if (loss == null) {
            throw NoLoss.problem(name, rest);
        }
        return loss;
    }

    private int say(Problem problem) {
        try {
            if (problem.exit() != Exit.BROKEN_PIPE) {
                out.flushQuietly();
                sayNew(problem);
                sayHint(problem, problem.faults().size() - 1);
                if (problem.more() > 0) {
                    err.print("losscalc: and ")
                            .print(problem.more())
                            .print(" more")
                            .line();
                }
                err.flush();
            }
        } catch (Problem silent) {
            // Standard error is gone as well: the exit code says what is left to say.
        }
        return problem.exit().code();
    }

    /** Says what is wrong so far, when the run goes on to see what else is. */
    @Override
    public void accept(Problem problem) {
        try {
            sayNew(problem);
            err.flush();
        } catch (Problem silent) {
            // Standard error is gone: it is said in the end what ends the run.
        }
    }

    /** Says the faults that have not been said; a hint that holds for the next one, too, waits for the last of them. */
    private void sayNew(Problem problem) throws Problem {
        List<Fault> faults = problem.faults();
        for (; said < faults.size(); said++) {
            String hint = faults.get(said).hint();
            if (said > 0 && (hint == null || !hint.equals(faults.get(said - 1).hint()))) {
                sayHint(problem, said - 1);
            }
            err.print("losscalc: ").print(faults.get(said).toString()).line();
        }
    }

    private void sayHint(Problem problem, int i) throws Problem {
        String own = problem.faults().get(i).hint();
        String hint = own == null && problem.exit() == Exit.USAGE ? tryHelp : own;
        if (hint != null) {
            err.print("  hint: ").print(hint).line();
        }
    }

    private int sayFault(Throwable e, List<String> words, boolean debug) {
        try {
            boolean isFull = e instanceof OutOfMemoryError;
            err.print("losscalc: ")
                    .print(isFull ? "out of memory" : Echo.plain("internal fault: " + e))
                    .line();
            String hint = !isFull
                    ? "--debug shows where"
                    : (isGrouped(words) ? "each group of --by takes one or two kilobytes; " : "")
                            + "LOSSCALC_JAVA_OPTIONS=-Xmx8g, or as much as there is";
            err.print(debug ? trace(e) : "  hint: " + hint + "\n").flush();
        } catch (Problem silent) {
            // Standard error is gone.
        }
        return Exit.FAULT.code();
    }

    private static boolean isGrouped(List<String> words) {
        for (String word : words) {
            if (word.equals("--by") || word.startsWith("--by=")) {
                return true;
            }
        }
        return false;
    }

    private static String trace(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
