package losscalc.cli;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import losscalc.input.ColumnNames;
import losscalc.input.Dialect;
import losscalc.input.Labelling;
import losscalc.input.Policy;
import losscalc.input.Source;
import losscalc.input.Wanted;
import losscalc.loss.Card;
import losscalc.loss.Extra;
import losscalc.loss.Interval;
import losscalc.loss.Scale;
import losscalc.problem.Echo;
import losscalc.problem.Problem;

/**
 * Where the data come from, and how they are read.
 *
 * @param words the words of the command line
 * @param standardInput where the data come from when no file is named
 * @param live whether its rows are shown as they come
 */
record InputSettings(CommandLineReader words, InputStream standardInput, boolean live) {
    /** The files of the data; standard input when none is named. */
    List<Source> sources() throws Problem {
        List<Source> sources = new ArrayList<>();
        boolean taken = "-".equals(words.word(Option.PREDICTIONS));
        for (String file : words.files().isEmpty() ? List.of("-") : words.files()) {
            if (file.equals("-") && taken) {
                throw Problem.usage("standard input can be read once", "name the other file");
            }
            taken |= file.equals("-");
            sources.add(source(file));
        }
        return sources;
    }

    /** The file of the predictions, or null when they stand in the data. */
    Source predictions() {
        String file = words.word(Option.PREDICTIONS);
        return file == null ? null : source(file);
    }

    /**
     * What is wanted of the columns.
     *
     * @param card the loss, for the parameters that were given
     * @param scale what the predictions are
     * @param delimiter of the texts that the rows are to keep; 0 when they are to keep none
     */
    Wanted wanted(Card card, Scale scale, char delimiter) throws Problem {
        return new Wanted(
                card,
                scale,
                names(card),
                labelling(),
                words.has(Option.NORMALIZE),
                words.has(Option.RENORMALIZE) || words.has(Option.ANY_SUM),
                words.has(Option.BY_FILE),
                delimiter);
    }

    private ColumnNames names(Card card) {
        List<String> extras = new ArrayList<>();
        for (Extra extra : card.extras()) {
            extras.add(words.word("--" + extra.name()));
        }
        return new ColumnNames(
                words.word(Option.TARGET),
                words.word(Option.PREDICTION),
                extras,
                words.word(Option.WEIGHT),
                words.word(Option.BY));
    }

    private Labelling labelling() throws Problem {
        String classes = words.word(Option.CLASSES);
        String ignored = words.word(Option.IGNORE_INDEX);
        return new Labelling(
                classes == null ? null : Words.list(classes),
                words.word(Option.POSITIVE),
                words.has(Option.SOFT_LABELS),
                ignored == null ? null : Words.number("--ignore-index", ignored, Interval.REAL));
    }

    Dialect dialect() throws Problem {
        String delimiter = words.word(Option.DELIMITER);
        String comment = words.word(Option.COMMENT);
        String mark = words.word(Option.DECIMAL);
        if (mark != null && !mark.equals(".") && !mark.equals(",")) {
            throw Problem.usage("--decimal: . or , was wanted, and " + Echo.quoted(mark) + " was found", null);
        }
        return new Dialect(
                delimiter == null ? 0 : Words.character("--delimiter", delimiter),
                header(),
                comment == null ? 0 : Words.character("--comment", comment),
                mark == null ? '.' : mark.charAt(0),
                encoding(),
                Policy.values()[words.choice(Option.MISSING)],
                Policy.values()[words.choice(Option.NONFINITE)],
                Policy.values()[words.choice(Option.RAGGED)]);
    }

    private Dialect.Header header() throws Problem {
        if (words.has(Option.NO_HEADER) && words.has(Option.HEADER)) {
            throw Problem.usage("--header and --no-header contradict each other", "leave one of them out");
        }
        return words.has(Option.NO_HEADER)
                ? Dialect.Header.NONE
                : words.has(Option.HEADER) ? Dialect.Header.ALWAYS : Dialect.Header.USUAL;
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

    private Source source(String file) {
        return file.equals("-") ? Source.stream("<stdin>", standardInput, live) : Source.file(file);
    }
}
