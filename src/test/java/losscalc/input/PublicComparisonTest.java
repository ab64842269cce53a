package losscalc.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import losscalc.Program;
import losscalc.problem.Problem;
import org.junit.jupiter.api.Test;

/**
 * The cases of the public comparison of CSV readers for Java (github.com/osiegmar/JavaCsvComparison), where they are at
 * hand: the records that it expects are the records that are read. Blank lines are no records here.
 */
class PublicComparisonTest {
    private static final Path CORPUS = Program.project("../shared/corpus/csv-comparison-cases.json");
    private static final Pattern CASE = Pattern.compile("\"id\": \"([^\"]*)\", \"raw_base64\": \"([^\"]*)\".*"
            + "\"comment\": (null|\"(.)\").*\"expect\": \"([^\"]*)\", \"records\": (\\[.*\\]), \"strict_reference\"");
    private static final Pattern FIELD = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|(\\[)|(\\])");

    @Test
    void theRecordsAreThoseOfTheComparison() throws IOException {
        assumeTrue(Files.exists(CORPUS));
        int count = 0;
        for (String line : Files.readAllLines(CORPUS)) {
            Matcher one = CASE.matcher(line);
            if (one.find()) {
                count++;
                char comment = one.group(4) == null ? 0 : one.group(4).charAt(0);
                List<List<String>> wanted = records(one.group(6));
                List<List<String>> found = read(Base64.getDecoder().decode(one.group(2)), comment);
                boolean mayFail = one.group(5).equals("records-or-error");
                if (found != null || !mayFail) {
                    // Blanks behind a closing quote are no part of the field here.
                    boolean trims = one.group(1).startsWith("jcc/spaces-around-quotes");
                    assertEquals(withoutBlanks(wanted, trims), withoutBlanks(found, trims), one.group(1));
                }
            }
        }
        assertEquals(89, count);
    }

    private static List<List<String>> withoutBlanks(List<List<String>> records, boolean trims) {
        List<List<String>> full = new ArrayList<>();
        for (List<String> record : records) {
            List<String> fields = new ArrayList<>(record);
            fields.replaceAll(field -> trims ? field.strip() : field);
            full.add(fields);
        }
        full.removeIf(record -> record.equals(List.of("")));
        return full;
    }

    /** Null when the file cannot be read. */
    private static List<List<String>> read(byte[] bytes, char comment) {
        Dialect dialect =
                new Dialect(',', Dialect.Header.NONE, comment, '.', null, Policy.ERROR, Policy.ERROR, Policy.ERROR);
        List<List<String>> found = new ArrayList<>();
        Source source = Source.stream("case", new ByteArrayInputStream(bytes), false);
        try (Records records = new Records(List.of(source), dialect, false)) {
            while (records.next()) {
                List<String> fields = new ArrayList<>();
                for (int i = 0; i < records.size(); i++) {
                    fields.add(records.field(i));
                }
                found.add(fields);
            }
            return found;
        } catch (Problem e) {
            boolean isEmpty = e.getMessage().contains("the file is empty");
            assertTrue(isEmpty || e.getMessage().contains("quote"), e.getMessage());
            return isEmpty ? found : null;
        }
    }

    /** Reads a JSON array of arrays of strings. */
    private static List<List<String>> records(String json) {
        List<List<String>> records = new ArrayList<>();
        int depth = 0;
        Matcher token = FIELD.matcher(json);
        while (token.find()) {
            if (token.group(2) != null) {
                depth++;
                if (depth == 2) {
                    records.add(new ArrayList<>());
                }
            } else if (token.group(3) != null) {
                depth--;
            } else {
                records.get(records.size() - 1).add(unescaped(token.group(1)));
            }
        }
        return records;
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n")
                .replace("\\r", "\r")
                .replace("\\\"", "\"")
                .replace("\\\\", "\\");
    }
}
