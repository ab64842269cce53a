package losscalc.loss;

/**
 * Some rows of the data set, one array of doubles a column: all that passes from reading to computing.
 *
 * <p>The arrays are filled anew for each block; who wants to keep a value copies it.
 */
public final class Block {
    /** How many rows a block holds: its columns stay in the processor's cache. */
    public static final int CAPACITY = 1024;

    private final double[][] targets;
    private final double[][] predictions;
    private final String[] files = new String[CAPACITY];
    private final long[] lines = new long[CAPACITY];
    private final long[] numbers = new long[CAPACITY];
    private int rows;

    /** An empty block of so many target and prediction columns. */
    public Block(int targets, int predictions) {
        this.targets = new double[targets][CAPACITY];
        this.predictions = new double[predictions][CAPACITY];
    }

    /** Takes all rows out. */
    public void clear() {
        rows = 0;
    }

    /**
     * Counts in the row whose values have been put at index {@link #rows()}.
     *
     * @param file the file that it stands in
     * @param line the line of that file on which it begins
     * @param number its number among all rows of the data set, from 1
     */
    public void commit(String file, long line, long number) {
        files[rows] = file;
        lines[rows] = line;
        numbers[rows] = number;
        rows++;
    }

    /** How many rows it holds now. */
    public int rows() {
        return rows;
    }

    /** Whether there is no room for another row. */
    public boolean isFull() {
        return rows == CAPACITY;
    }

    /** The number of row i among all rows of the data set, from 1; rows that were left out count too. */
    public long number(int i) {
        return numbers[i];
    }

    /** The file that row i stands in. */
    public String file(int i) {
        return files[i];
    }

    /** The line of its file on which row i begins. */
    public long line(int i) {
        return lines[i];
    }

    /** How many target columns there are. */
    public int targetColumns() {
        return targets.length;
    }

    /** How many prediction columns there are. */
    public int predictionColumns() {
        return predictions.length;
    }

    /** Target column k, {@link #rows()} values. */
    public double[] target(int k) {
        return targets[k];
    }

    /** Prediction column k, {@link #rows()} values. */
    public double[] prediction(int k) {
        return predictions[k];
    }

    /** Copies the targets of row i. */
    public void targetsOf(int i, double[] into) {
        gather(targets, i, into);
    }

    /** Copies the predictions of row i. */
    public void predictionsOf(int i, double[] into) {
        gather(predictions, i, into);
    }

    private static void gather(double[][] columns, int i, double[] into) {
        for (int k = 0; k < columns.length; k++) {
            into[k] = columns[k][i];
        }
    }
}
