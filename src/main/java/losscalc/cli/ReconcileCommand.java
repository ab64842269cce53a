package losscalc.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import losscalc.input.Gunzip;
import losscalc.input.MagicNumber;
import losscalc.input.Source;
import losscalc.loss.Card;
import losscalc.loss.Loss;
import losscalc.loss.Scale;
import losscalc.loss.SetFormula;
import losscalc.loss.Setup;
import losscalc.losses.Losses;
import losscalc.manual.Manual;
import losscalc.num.DecimalReader;
import losscalc.problem.Echo;
import losscalc.problem.Exit;
import losscalc.problem.Problem;
import losscalc.problem.Where;
import losscalc.report.Agreement;
import losscalc.report.Finding;
import losscalc.report.Output;
import losscalc.report.Show;
import losscalc.report.Style;

/**
 * {@code losscalc reconcile FILE [LOSS...] [--value V]}: the same data under every convention; with a value, the losses
 * that give it. The files are read once for all forms of losses that read the same of them.
 */
final class ReconcileCommand {
    private static final String USAGE =
            "losscalc reconcile data.csv [LOSS...] [--value 0.299] [options of the columns]";
    private static final int MOST_HITS = 20;
    private static final int NEAREST = 5;
    /** So many bytes may be the documents of one query. */
    private static final int LONGEST_QUERY = 1 << 15;

    private final Streams streams;
    private final Output out;
    private final List<String> args = new ArrayList<>();
    private final List<Loss> losses = new ArrayList<>();
    private String value;
    private boolean json;
    private int digits = 6;
    /** Holds what came on standard input, or null. */
    private String input;

    /** Temporary files. */
    private final List<File> kept = new ArrayList<>();

    private int passedOver;

    ReconcileCommand(Streams streams, Output out) {
        this.streams = streams;
        this.out = out;
    }

    Exit run(List<String> words) throws Problem {
        args.addAll(words);
        read();
        if (args.contains("--help") || args.contains("-h")) {
            out.print(Manual.helpOfReconcile());
            return Exit.OK;
        }
        try {
            return value == null ? agree() : search();
        } finally {
            for (File file : kept) {
                file.delete();
            }
        }
    }

    /** Takes apart what is meant for this command, the losses, and the rest, which each run reads. */
    private void read() throws Problem {
        value = take("--value");
        if (value != null && DecimalReader.kind(value, '.') != DecimalReader.Kind.NUMBER) {
            throw Problem.usage("--value: not a number: " + Echo.quoted(value), USAGE);
        }
        String format = take("--format");
        json = Words.choice("--format", format, List.of("text", "json")) == 1;
        String wanted = take("--digits");
        digits = wanted == null ? 6 : Words.whole("--digits", wanted, 1, 17);
        if (args.contains("--help") || args.contains("-h")) {
            return;
        }
        CommandLineReader reader = new CommandLineReader(named(), List.of());
        reader.read(args);
        refuse(reader);
        boolean fromInput = true;
        for (String word : reader.files()) {
            Loss loss = word.equals("-") || new File(word).exists() ? null : Losses.find(word);
            if (loss != null) {
                losses.add(loss);
                args.remove(args.lastIndexOf(word));
            }
            fromInput &= loss != null || word.equals("-");
        }
        String predictions = reader.word(Option.PREDICTIONS);
        if (fromInput && streams.inputIsTerminal()) {
            throw Problem.usage("reconcile wants a file", USAGE);
        }
        if (fromInput || "-".equals(predictions)) {
            input = spool(streams.in(), "<stdin>");
        }
        List<String> files = new ArrayList<>(reader.files());
        if (predictions != null) {
            files.add(predictions);
        }
        for (String file : files) {
            takePipe(file);
        }
        if (losses.isEmpty()) {
            addAll(reader.files());
        }
    }

    /** All losses there are; those of a query only where the file may be one: the pairs of a long one take for ever. */
    private void addAll(List<String> files) {
        long bytes = input == null ? 0 : length(input);
        for (String file : files) {
            bytes += length(file);
        }
        for (Loss loss : Losses.all()) {
            if (bytes <= LONGEST_QUERY || !isOfQueries(loss)) {
                losses.add(loss);
            }
        }
    }

    /** The bytes of a file, and of a gzip file those of what is in it, no more of them than matter here. */
    private static long length(String file) {
        try (InputStream in = new FileInputStream(file)) {
            byte[] first = in.readNBytes(LONGEST_QUERY);
            if (!MagicNumber.isGzip(first)) {
                return new File(file).length();
            }
            BufferedInputStream packed =
                    new BufferedInputStream(new SequenceInputStream(new ByteArrayInputStream(first), in));
            return Gunzip.unpacked(packed).readNBytes(LONGEST_QUERY + 1).length;
        } catch (IOException e) {
            // Whoever reads the rows says so.
            return 0;
        }
    }

    private static boolean isOfQueries(Loss loss) {
        return loss.card().isOfSets()
                && loss.formula(Setup.byDefault(loss.card())) instanceof SetFormula set
                && set.isOfGroups();
    }

    /** What reconcile does itself, or has no place for in its tables. */
    private static void refuse(CommandLineReader reader) throws Problem {
        for (Option option : Option.values()) {
            switch (option) {
                case CONVENTION, REDUCTION, ROOT, SHOW, TOP, QUIET, QUANTILE, GRADIENT, HESSIAN, SIGNATURE:
                case HEX, OUTPUT, FAIL_ABOVE, BY, BY_FILE:
                    if (reader.has(option)) {
                        throw Problem.usage(
                                option.longName() + " has no use here: reconcile tries what there is, and prints its"
                                        + " own table",
                                USAGE);
                    }
                    break;
                default:
                    break;
            }
        }
    }

    /** The card whose parameters may be typed: that of the first loss that is named, if one is. */
    private Card named() {
        for (String word : args) {
            Loss loss = word.startsWith("-") || new File(word).exists() ? null : Losses.find(word);
            if (loss != null) {
                return loss.card();
            }
        }
        return Losses.find("mse").card();
    }

    /** Takes an option and its value out of the words. */
    private String take(String option) throws Problem {
        for (int i = 0; i < args.size(); i++) {
            String word = args.get(i);
            if (word.startsWith(option + "=")) {
                args.remove(i);
                return word.substring(option.length() + 1);
            }
            if (word.equals(option)) {
                if (i + 1 == args.size()) {
                    throw Problem.usage(option + ": a value was wanted, and nothing follows", USAGE);
                }
                args.remove(i);
                return args.remove(i);
            }
        }
        return null;
    }

    /** A pipe that has a name, as {@code <(command)} has, can be read once too: the first stands for standard input. */
    private void takePipe(String name) throws Problem {
        File file = new File(name);
        if (name.equals("-") || !file.exists() || file.isFile() || file.isDirectory()) {
            return;
        }
        String copy;
        try (InputStream pipe = Source.file(name).open()) {
            copy = spool(pipe, name);
        } catch (IOException e) {
            throw Problem.io(Where.file(name), "cannot be read: " + e.getMessage(), "run it again");
        }
        input = input == null ? copy : input;
        String word = input.equals(copy) ? "-" : copy;
        int at = args.lastIndexOf(name);
        if (at >= 0) {
            args.set(at, word);
        } else {
            args.set(args.lastIndexOf("--predictions=" + name), "--predictions=" + word);
        }
    }

    /** What can be read once is kept, for it is opened by every form. */
    private String spool(InputStream from, String name) throws Problem {
        try {
            File file = File.createTempFile("losscalc", ".tmp");
            file.deleteOnExit();
            kept.add(file);
            try (OutputStream to = new FileOutputStream(file)) {
                from.transferTo(to);
            }
            return file.getPath();
        } catch (IOException e) {
            throw Problem.io(
                    Where.file(name),
                    "cannot be kept: " + e.getMessage(),
                    "LOSSCALC_JAVA_OPTIONS=-Djava.io.tmpdir=FOLDER keeps it in a folder that has room");
        }
    }

    private Exit agree() throws Problem {
        Trials tries = new Trials(args, input);
        List<Forms> forms = new ArrayList<>();
        for (Loss loss : losses) {
            forms.add(tries.add(loss, List.of()));
        }
        tries.run();
        List<List<Finding>> table = new ArrayList<>();
        List<String> files = List.of();
        for (Forms each : forms) {
            List<Finding> findings = new ArrayList<>();
            for (Trial trial : tries.fitting(each)) {
                files = trial.files();
                findings.add(new Finding(trial.card(), trial.options(), trial.who(), trial.value()));
            }
            if (!findings.isEmpty()) {
                table.add(findings);
            } else {
                passedOver++;
            }
        }
        if (table.isEmpty()) {
            throw tries.problem();
        }
        Agreement agreement = agreement();
        if (json) {
            agreement.json(table, files, passedOver);
        } else {
            agreement.table(table, files, passedOver);
        }
        return Exit.OK;
    }

    private Exit search() throws Problem {
        Trials tries = new Trials(args, input);
        List<List<Forms>> forms = new ArrayList<>();
        for (Loss loss : losses) {
            List<Forms> scales = new ArrayList<>();
            scales.add(tries.add(loss, List.of()));
            List<Scale> others =
                    loss.card().scales().subList(1, loss.card().scales().size());
            for (Scale scale : args.contains("--from") ? List.<Scale>of() : others) {
                scales.add(tries.add(loss, List.of("--from", scale.word())));
            }
            forms.add(scales);
        }
        tries.run();
        Hits hits = new Hits(new BigDecimal(value));
        for (List<Forms> scales : forms) {
            boolean fits = false;
            for (Forms each : scales) {
                for (Trial trial : tries.fitting(each)) {
                    hits.add(trial);
                    fits = true;
                }
            }
            passedOver += fits ? 0 : 1;
        }
        if (passedOver == losses.size()) {
            throw tries.problem();
        }
        boolean found = hits.found();
        List<Finding> best = hits.best(found ? MOST_HITS : NEAREST);
        Agreement agreement = agreement();
        if (json) {
            agreement.hitsJson(value, best, found, hits.more());
        } else {
            agreement.hits(value, best, found, hits.more());
        }
        return found ? Exit.OK : Exit.CHECK_FAILED;
    }

    private Agreement agreement() throws Problem {
        Screen screen = Screen.of(0, true);
        return new Agreement(out, new Style(Show.ALL, digits, null, screen.coloured(), screen.columns()));
    }
}
