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
    private final String header;

    private DataSet(List<Records> files, Dialect dialect, Binding binding, List<String> names, String header) {
        this.header = header;
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
        files.add(new Records(data, dialect, wanted.texts() != 0));
        for (Source source : data) {
            names.add(source.name());
        }
        Columns targetFile = columns(files.get(0), dialect);
        Columns predictionFile = targetFile;
        if (predictions != null) {
            files.add(new Records(List.of(predictions), dialect, wanted.texts() != 0));
            names.add(predictions.name());
            predictionFile = columns(files.get(1), dialect);
        }
        Where where = Where.file(files.get(0).file());
        String header = dialect.hasHeader() && wanted.texts() != 0 ? header(files, wanted.texts()) : null;
        Binding binding = Binding.of(wanted, targetFile, predictionFile, where);
        return new DataSet(files, dialect, binding, names, header);
    }

    private static String header(List<Records> files, char delimiter) {
        String header = files.get(0).text(delimiter);
        return files.size() == 1 ? header : header + delimiter + files.get(1).text(delimiter);
    }

    private static Columns columns(Records file, Dialect dialect) {
        return new Columns(file.header(), file.file(), dialect.hasHeader());
    }

    /** What was chosen, in words. */
    public Description description() throws Problem {
        Records last = files.get(files.size() - 1);
        List<String> groups = new ArrayList<>();
        if (binding.byFile()) {
            groups.add("file");
        }
        groups.addAll(named(files.get(0), binding.groups()));
        return new Description(
                names,
                named(files.get(0), binding.targets()),
                named(last, binding.predictions()),
                binding.classes(last.header()),
                groups,
                binding.weight() < 0 ? null : files.get(0).header().get(binding.weight()),
                header,
                binding.layout(),
                binding.hasModels());
    }

    /** The rows; to be asked for once. */
    public Rows rows() throws Problem {
        List<Slot> slots = binding.slots(files.get(files.size() - 1).header());
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
