package losscalc;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The forms of output, each with a reader that takes nothing but a document that is well formed. */
enum Out {
    TEXT("--format=text"),
    CSV("--format=csv"),
    CSV_SUMMARY("--format=csv --show=summary"),
    TSV("--format=tsv"),
    JSON("--format=json"),
    JSONL("--format=jsonl"),
    MARKDOWN("--format=markdown"),
    LATEX("--format=latex"),
    VALUE("-q"),
    VALUES("-q --reduction=none");

    /**
     * What stands in a document.
     *
     * @param losses of the rows in their order, or null when there is no place for them
     * @param mean or null, likewise
     */
    record Read(List<Double> losses, Double mean) {}

    private final String line;

    Out(String line) {
        this.line = line;
    }

    List<String> words() {
        return List.of(line.split(" "));
    }

    /** Whether it is one row a line, so that it may end behind any of them. */
    boolean isOfLines() {
        return this == CSV || this == TSV || this == JSONL || this == VALUES;
    }

    Read read(String text) throws IOException {
        return switch (this) {
            case CSV -> new Read(column(text, ',', "loss"), null);
            case TSV -> new Read(column(text, '\t', "loss"), null);
            case CSV_SUMMARY -> new Read(null, column(text, ',', "mean").get(0));
            case JSON -> json(StrictJson.object(text));
            case JSONL -> lines(text);
            case VALUE -> new Read(null, Double.valueOf(text.strip()));
            case VALUES -> new Read(text.lines().map(Double::valueOf).toList(), null);
            case TEXT -> tables(text, "\\s+", "");
            case MARKDOWN -> tables(text, " ?\\| ?", "");
            case LATEX -> {
                int tables = text.split("\\\\begin\\{tabular\\}", -1).length;
                wellFormed(tables > 1 && tables == text.split("\\\\end\\{tabular\\}", -1).length, text);
                yield tables(text.replace("$", ""), " & | (?=\\\\\\\\$)", "\\\\");
            }
        };
    }

    private static void wellFormed(boolean is, String text) {
        if (!is) {
            throw new IllegalArgumentException("not well formed:\n" + text);
        }
    }

    private static List<Double> column(String text, char delimiter, String name) throws IOException {
        wellFormed(text.endsWith("\n"), text);
        List<Double> numbers = new ArrayList<>();
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            int at = -1;
            int width = 0;
            for (CSVRecord record : parser) {
                if (at < 0) {
                    at = record.toList().indexOf(name);
                    width = record.size();
                    continue;
                }
                wellFormed(record.size() == width, text);
                numbers.add(Double.valueOf(record.get(at)));
            }
        }
        return numbers;
    }

    private static Read json(Map<?, ?> run) {
        List<Double> losses = new ArrayList<>();
        for (Object sample : (List<?>) run.get("samples")) {
            losses.add((Double) ((Map<?, ?>) sample).get("loss"));
        }
        return new Read(losses, (Double) run.get("mean"));
    }

    private static Read lines(String text) {
        List<Double> losses = new ArrayList<>();
        Double mean = null;
        for (String object : text.split("\n")) {
            Map<?, ?> members = StrictJson.object(object);
            wellFormed(mean == null, text);
            mean = (Double) members.get("mean");
            if (mean == null) {
                losses.add((Double) members.get("loss"));
            }
        }
        return new Read(losses, mean);
    }

    /** A table with a column loss, and one or a list with a mean. */
    private static Read tables(String text, String between, String end) {
        List<Double> losses = new ArrayList<>();
        Double mean = null;
        int loss = -1;
        int average = -1;
        for (String row : text.split("\n")) {
            List<String> cells = List.of(row.strip().split(between));
            if (cells.contains("residual")) {
                loss = cells.indexOf("loss");
            } else if (cells.contains("mean") && cells.size() == 2) {
                mean = Double.valueOf(cells.get(1));
            } else if (cells.contains("mean")) {
                average = cells.indexOf("mean");
            } else if (row.isBlank()) {
                loss = -1;
            } else if (cells.size() > 4
                    && cells.get(cells.size() - 1).matches("[-0-9.%]+|" + end.replace("\\", "\\\\"))) {
                if (loss >= 0) {
                    losses.add(Double.valueOf(cells.get(loss)));
                } else if (average >= 0) {
                    mean = Double.valueOf(cells.get(average));
                }
            }
        }
        return new Read(losses, mean);
    }
}
