import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import losscalc.num.DecimalWriter;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** What is printed reads back: numbers to the bit, names and groups to the character, whatever they hold. */
public final class Printer {
    private Printer() {}

    public static void fuzzerTestOneInput(FuzzedDataProvider data) throws IOException {
        String group = data.consumeString(20);
        // NUL as every second byte of the first four is the sign of UTF-16, and is refused without --encoding.
        String name = "_" + data.consumeString(20);
        int rows = data.consumeInt(1, 4);
        List<double[]> values = new ArrayList<>();
        StringBuilder csv = new StringBuilder(cell(name)).append(",y,p\n");
        for (int i = 0; i < rows; i++) {
            double[] row = {finite(data.consumeDouble()), finite(data.consumeDouble())};
            values.add(row);
            csv.append(cell(group)).append(',').append(DecimalWriter.toString(row[0]));
            csv.append(',').append(DecimalWriter.toString(row[1])).append('\n');
        }
        if (csv.indexOf("\0\0\0\0") >= 0) {
            // The sign of binary data, which is refused.
            return;
        }
        byte[] file = csv.toString().getBytes(StandardCharsets.UTF_8);
        // Lone halves of pairs have become question marks.
        String shown = new String(group.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        csv(Run.of(file, "mse", "-t", "y", "-p", "p", "--format", "csv"), shown, values);
        csv(Run.by("readable", file, "mse", "-t", "y", "-p", "p", "--format", "csv"), shown, values);
        json(Run.of(file, "mse", "-t", "y", "-p", "p", "--format", "jsonl"), values);
        groups(Run.of(file, "mse", "-t", "y", "-p", "p", "--by", "1", "--format", "json", "--show", "summary"), shown);
        for (String format : new String[] {"text", "markdown", "latex"}) {
            Run run = Run.of(file, "mse", "-t", "y", "-p", "p", "--by", "1", "--format", format);
            run.require(run.code() == 0, format);
            for (int i = 0; i < run.out().length(); i++) {
                char c = run.out().charAt(i);
                boolean safe = c == '\n' || c >= ' ' && c < 0x7f || c > 0x9f && !(c >= 0x2028 && c <= 0x202e)
                        && !(c >= 0x2066 && c <= 0x2069);
                run.require(safe, "unsafe character in " + format);
            }
        }
    }

    private static void csv(Run run, String group, List<double[]> values) throws IOException {
        run.require(run.code() == 0, "csv");
        List<CSVRecord> records = CSVFormat.DEFAULT.parse(new StringReader(run.out())).getRecords();
        run.require(records.size() == values.size() + 1, "rows of csv");
        for (int i = 0; i < values.size(); i++) {
            CSVRecord record = records.get(i + 1);
            run.require(record.get(0).equals(group), "text of csv");
            run.require(same(record.get(1), values.get(i)[0]) && same(record.get(2), values.get(i)[1]), "csv");
            double residual = values.get(i)[0] - values.get(i)[1];
            double loss = Double.parseDouble(record.get(3));
            run.require(Math.abs(loss - residual * residual) <= 1e-14 * loss || loss == residual * residual
                    || loss < 1e-290, "loss");
        }
    }

    private static void json(Run run, List<double[]> values) {
        run.require(run.code() == 0, "jsonl");
        String[] lines = run.out().split("\n");
        for (int i = 0; i < values.size(); i++) {
            run.require(Strict.isJson(lines[i]), "json line");
            run.require(same(after("\"target\": ", lines[i]), values.get(i)[0]), "jsonl target");
            run.require(same(after("\"prediction\": ", lines[i]), values.get(i)[1]), "jsonl prediction");
        }
    }

    private static void groups(Run run, String group) {
        run.require(run.code() == 0, "json");
        run.require(Strict.isJson(run.out()), "json");
    }

    private static String after(String word, String line) {
        String rest = line.substring(line.indexOf(word) + word.length());
        return rest.substring(0, rest.indexOf(','));
    }

    private static boolean same(String text, double x) {
        return Double.doubleToLongBits(Double.parseDouble(text)) == Double.doubleToLongBits(x);
    }

    private static double finite(double x) {
        return Double.isFinite(x) ? x : 0.1;
    }

    private static String cell(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
