package losscalc.input;

import java.util.ArrayList;
import java.util.List;
import losscalc.problem.Problem;
import losscalc.problem.Where;

/** The data of a run: its files are open, its columns are chosen, its rows wait to be read. */
public final class DataSet implements AutoCloseable, Lane.Readable {
    private final List<Records> files = new ArrayList<>(2);
    private final List<String> names = new ArrayList<>();
    private final Dialect dialect;
    private final Lane.Start quick;
    private final Columns targetFile;
    private final Columns predictionFile;
    private final Binding binding;
    private final String header;

    private DataSet(List<Source> data, Source predictions, Wanted wanted, Dialect dialect, Lane lane) throws Problem {
        this.dialect = dialect;
        for (Source source : data) {
            names.add(source.name());
        }
        boolean texts = wanted.texts() != 0;
        boolean ownTexts = !texts || wanted.texts() == dialect.delimiterOf(data.get(0));
        boolean grouped = wanted.names().by() != null || wanted.byFile();
        boolean isQuick = lane != null && ownTexts && !grouped && data.size() == 1 && predictions == null;
        Lane.Start start = isQuick ? lane.open(data.get(0), dialect) : null;
        if (start != null && start.header() != null) {
            quick = start;
            targetFile = new Columns(start.header(), names.get(0), dialect.hasHeader());
        } else {
            quick = null;
            targetFile = columns(new Records(start == null ? data : List.of(start.again()), dialect, texts));
        }
        if (predictions == null) {
            predictionFile = targetFile;
        } else {
            names.add(predictions.name());
            predictionFile = columns(new Records(List.of(predictions), dialect, texts));
        }
        String own = quick == null ? null : quick.headerText();
        header = !dialect.hasHeader() || !texts ? null : own != null ? own : header(wanted.texts());
        Where where = Where.file(names.get(0));
        Choice choice = Choice.of(wanted, targetFile, predictionFile, where);
        refuseNumbers(choice);
        binding = new Binding(wanted, choice, targetFile, predictionFile, where);
    }

    /**
     * Opens the files, reads their headers and chooses the columns.
     *
     * @param data the files, one data set
     * @param predictions the file that holds the predictions row by row, or null when they stand in the data
     * @param wanted what the run wants of the columns
     * @param dialect how the files are written
     * @param lane a quicker lane for the files that it takes, or null
     */
    public static DataSet open(List<Source> data, Source predictions, Wanted wanted, Dialect dialect, Lane lane)
            throws Problem {
        return new DataSet(data, predictions, wanted, dialect, lane);
    }

    /** A file without a header may have text beside the numbers that are used. */
    private void refuseNumbers(Choice choice) throws Problem {
        List<Integer> used = new ArrayList<>(choice.targets());
        if (!choice.hasTwoFiles()) {
            used.addAll(choice.predictions());
        }
        refuseNumbers(targetFile, used, 0);
        if (choice.hasTwoFiles()) {
            refuseNumbers(predictionFile, choice.predictions(), 1);
        }
    }

    private void refuseNumbers(Columns columns, List<Integer> used, int file) throws Problem {
        if (dialect.couldBeData(columns.names(used))) {
            throw Records.couldBeData(
                    names.get(file == 0 ? 0 : names.size() - 1),
                    files.isEmpty() ? 1 : files.get(file).line(),
                    "holds numbers where names of columns were wanted: is it a header or data?");
        }
    }

    private String header(char delimiter) {
        String text = files.get(0).text(delimiter);
        return files.size() == 1 ? text : text + delimiter + files.get(1).text(delimiter);
    }

    private Columns columns(Records file) {
        files.add(file);
        return new Columns(file.header(), file.file(), dialect.hasHeader(), file.field(0));
    }

    /** The names of the columns of a file. */
    public static List<String> columns(Source file, Dialect dialect) throws Problem {
        try (Records records = new Records(List.of(file), dialect, false)) {
            return records.header();
        }
    }

    /** What was chosen, in words. */
    public Description description() throws Problem {
        List<String> groups = new ArrayList<>();
        if (binding.byFile()) {
            groups.add("file");
        }
        groups.addAll(targetFile.names(binding.choice().groups()));
        List<String> columns = new ArrayList<>(targetFile.header());
        if (predictionFile != targetFile) {
            columns.addAll(predictionFile.header());
        }
        return new Description(
                names,
                targetFile.names(binding.choice().targets()),
                predictionFile.names(binding.choice().predictions()),
                binding.classes(predictionFile.header()),
                groups,
                binding.choice().weight() < 0
                        ? null
                        : targetFile.header().get(binding.choice().weight()),
                columns,
                header,
                binding.layout(),
                binding.choice().pairing().hasModels());
    }

    /** What is read of each record: of the same files in the same dialect, what is equal gives the same rows. */
    public Reading reading() throws Problem {
        return binding.reading();
    }

    /** The rows; to be asked for once. */
    public Rows rows() throws Problem {
        return quick == null ? readable(0) : quick.rows(binding.reading(), this);
    }

    @Override
    public Rows rows(Lane.Rest rest) throws Problem {
        files.add(new Records(rest, names.get(0), dialect, targetFile.header(), binding.textDelimiter() != 0));
        return readable(rest.rows());
    }

    private Rows readable(long before) throws Problem {
        return new CsvRows(files, binding, binding.slots(predictionFile.header()), dialect, before);
    }

    @Override
    public void close() throws Problem {
        if (quick != null) {
            quick.close();
        }
        for (Records file : files) {
            file.close();
        }
    }
}
