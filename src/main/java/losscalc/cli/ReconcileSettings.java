package losscalc.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import losscalc.input.Gunzip;
import losscalc.input.MagicNumber;
import losscalc.loss.Card;
import losscalc.loss.Loss;
import losscalc.loss.SetFormula;
import losscalc.loss.Setup;
import losscalc.losses.Losses;
import losscalc.num.DecimalReader;
import losscalc.problem.Echo;
import losscalc.problem.Problem;

/** What the words of {@code losscalc reconcile} come to: what is meant for it, the losses, and the rest, which each run reads. */
final class ReconcileSettings {
    private static final String USAGE =
            "losscalc reconcile data.csv [LOSS...] [--value 0.299] [options of the columns]";
    /** So many bytes may be the documents of one query. */
    private static final int LONGEST_QUERY = 1 << 15;

    private final List<String> rest;
    private final String value;
    private final boolean json;
    private final int digits;
    private final List<Loss> losses = new ArrayList<>();

    ReconcileSettings(List<String> words) throws Problem {
        rest = new ArrayList<>(words);
        value = Words.take("--value", rest, USAGE);
        if (value != null && DecimalReader.kind(value, '.') != DecimalReader.Kind.NUMBER) {
            throw Problem.usage("--value: not a number: " + Echo.quoted(value), USAGE);
        }
        json = Words.choice("--format", Words.take("--format", rest, USAGE), List.of("text", "json")) == 1;
        String wanted = Words.take("--digits", rest, USAGE);
        digits = wanted == null ? 6 : Words.whole("--digits", wanted, 1, 17);
    }

    /** The value that is looked for, or null. */
    String value() {
        return value;
    }

    boolean isJson() {
        return json;
    }

    int digits() {
        return digits;
    }

    /** The losses that are tried: those that are named, else all. */
    List<Loss> losses() {
        return losses;
    }

    /** The words that each run reads. */
    List<String> rest() {
        return rest;
    }

    boolean asksForHelp() {
        return rest.contains("--help") || rest.contains("-h");
    }

    /** Takes the losses out of the words, and keeps what can be read once. */
    void open(Streams streams, KeptInput kept) throws Problem {
        CommandLineReader reader = new CommandLineReader(named(), List.of());
        reader.read(rest);
        refuse(reader);
        boolean fromInput = true;
        for (String word : reader.files()) {
            Loss loss = word.equals("-") || new File(word).exists() ? null : Losses.find(word);
            if (loss != null) {
                losses.add(loss);
                rest.remove(rest.lastIndexOf(word));
            }
            fromInput &= loss != null || word.equals("-");
        }
        String predictions = reader.word(Option.PREDICTIONS);
        if (fromInput && streams.inputIsTerminal()) {
            throw Problem.usage("reconcile wants a file", USAGE);
        }
        if (fromInput || "-".equals(predictions)) {
            kept.keep(streams.in());
        }
        List<String> files = new ArrayList<>(reader.files());
        if (predictions != null) {
            files.add(predictions);
        }
        for (String file : files) {
            replace(file, kept.wordFor(file));
        }
        if (losses.isEmpty()) {
            addAll(kept.standardInput(), reader.files());
        }
    }

    private void replace(String file, String word) {
        int at = rest.lastIndexOf(file);
        if (at >= 0) {
            rest.set(at, word);
        } else if (!word.equals(file)) {
            rest.set(rest.lastIndexOf("--predictions=" + file), "--predictions=" + word);
        }
    }

    /** All losses there are; those of a query only where the file may be one: the pairs of a long one take for ever. */
    private void addAll(String standardInput, List<String> files) {
        long bytes = standardInput == null ? 0 : length(standardInput);
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
        for (String word : rest) {
            Loss loss = word.startsWith("-") || new File(word).exists() ? null : Losses.find(word);
            if (loss != null) {
                return loss.card();
            }
        }
        return Losses.find("mse").card();
    }
}
