package losscalc.input;

import java.util.ArrayList;
import java.util.List;
import losscalc.problem.Problem;
import losscalc.problem.Where;

/** The data of a run: its files are open, its columns are chosen, its rows wait to be read. */
public final class DataSet implements AutoCloseable {
    private final List<Records> files;
    private final Dialect dialect;
    private final Binding binding;
    private final List<String> names;

    private DataSet(List<Records> files, Dialect dialect, Binding binding, List<String> names) {
        this.files = files;
        this.dialect = dialect;
        this.binding = binding;
        this.names = names;
    }

    /**
     * Opens the files, reads their headers and chooses the columns.
     *
     * @param data the files, one data set
     * @param predictions the file that holds the predictions row by row, or null when they stand in the data
     * @param wanted what the run wants of the columns
     * @param dialect how the files are written
     */
    public static DataSet open(List<Source> data, Source predictions, Wanted wanted, Dialect dialect) throws Problem {
        List<Records> files = new ArrayList<>(2);
        List<String> names = new ArrayList<>();
        files.add(new Records(data, dialect));
        for (Source source : data) {
            names.add(source.name());
        }
        Columns targetFile = columns(files.get(0), dialect);
        Columns predictionFile = targetFile;
        if (predictions != null) {
            files.add(new Records(List.of(predictions), dialect));
            names.add(predictions.name());
            predictionFile = columns(files.get(1), dialect);
        }
        Where where = Where.file(files.get(0).file());
        return new DataSet(files, dialect, Binding.of(wanted, targetFile, predictionFile, where), names);
    }

    private static Columns columns(Records file, Dialect dialect) {
        return new Columns(file.header(), file.file(), dialect.header());
    }

    /** The names of the files, as they were given. */
    public List<String> files() {
        return names;
    }

    /** The names of the target columns. */
    public List<String> targets() {
        return named(files.get(0), binding.targets());
    }

    /** The names of the prediction columns. */
    public List<String> predictions() {
        return named(files.get(files.size() - 1), binding.predictions());
    }

    /** The names of the classes, where a target in one column can name them; else null. */
    public List<String> classes() throws Problem {
        return binding.classes(files.get(files.size() - 1).header());
    }

    /** The rows; to be asked for once. */
    public Rows rows() throws Problem {
        List<Slot> slots =
                binding.slots(files.get(0).header(), files.get(files.size() - 1).header());
        return new CsvRows(files, binding, slots, dialect);
    }

    @Override
    public void close() throws Problem {
        for (Records file : files) {
            file.close();
        }
    }

    private static List<String> named(Records file, List<Integer> columns) {
        List<String> names = new ArrayList<>(columns.size());
        for (int column : columns) {
            names.add(file.header().get(column));
        }
        return names;
    }
}
