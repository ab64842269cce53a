package losscalc.loss;

/**
 * Some rows of the data set, one array of doubles a column: all that passes from reading to computing.
 *
 * <p>The arrays are filled anew for each block; who wants to keep a value copies it.
 */
public final class Block {
    /** How many rows a block holds: its columns stay in the processor's cache. */
    public static final int CAPACITY = 1024;

    /** What is said of each row, shared by all views of the block. */
    private static final class Book {
        private final String[] files = new String[CAPACITY];
        private final long[] lines = new long[CAPACITY];
        private final long[] numbers = new long[CAPACITY];
        private int rows;
        /** Whether the rows follow each other, so that only the first is written down. */
        private boolean following;
    }

    private final Layout layout;
    private final Book book;
    private final double[][] targets;
    private final double[][] predictions;
    private final double[][] extras;
    private final double[] weights;
    private final String[] groups;
    private final String[] texts;
    /** Null but where the loss is computed in decimals. */
    private Decimals decimals;

    /** An empty block. */
    public Block(Layout layout) {
        this.layout = layout;
        book = new Book();
        targets = new double[layout.targets()][CAPACITY];
        predictions = new double[layout.predictions()][CAPACITY];
        extras = new double[layout.extras()][CAPACITY];
        weights = layout.weighted() ? new double[CAPACITY] : null;
        groups = layout.grouped() ? new String[CAPACITY] : null;
        texts = layout.textual() ? new String[CAPACITY] : null;
    }

    private Block(Block whole, int prediction) {
        Layout l = whole.layout;
        layout = new Layout(l.targets(), 1, l.extras(), l.weighted(), l.grouped(), l.textual());
        book = whole.book;
        targets = whole.targets;
        predictions = new double[][] {whole.predictions[prediction]};
        extras = whole.extras;
        weights = whole.weights;
        groups = whole.groups;
        texts = whole.texts;
    }

    /** Lets the block keep the decimals of its numbers too. */
    public void keepDecimals() {
        decimals = new Decimals(layout);
    }

    /** A view of the same rows in which prediction column k is the only one: one of several models. */
    public Block model(int k) {
        Block view = new Block(this, k);
        view.decimals = decimals == null ? null : decimals.model(k);
        return view;
    }

    /** Which columns it has. */
    public Layout layout() {
        return layout;
    }

    /** Takes all rows out. */
    public void clear() {
        book.rows = 0;
    }

    /**
     * Counts in the row whose values have been put at index {@link #rows()}.
     *
     * @param file the file that it stands in
     * @param line the line of that file on which it begins
     * @param number its number among all rows of the data set, from 1
     */
    public void commit(String file, long line, long number) {
        book.following = false;
        book.files[book.rows] = file;
        book.lines[book.rows] = line;
        book.numbers[book.rows] = number;
        book.rows++;
    }

    /**
     * Fills the empty block with rows that follow each other, one a line, and whose values have been put.
     *
     * @param file the file that they stand in
     * @param line the line of the first
     * @param number the number of the first among all rows of the data set
     * @param count how many there are
     */
    public void commit(String file, long line, long number, int count) {
        commit(file, line, number);
        book.following = true;
        book.rows = count;
    }

    /** How many rows it holds now. */
    public int rows() {
        return book.rows;
    }

    /** Whether there is no room for another row. */
    public boolean isFull() {
        return book.rows == CAPACITY;
    }

    /** The number of row i among all rows of the data set, from 1; rows that were left out count too. */
    public long number(int i) {
        return book.following ? book.numbers[0] + i : book.numbers[i];
    }

    /** The file that row i stands in. */
    public String file(int i) {
        return book.files[book.following ? 0 : i];
    }

    /** The line of its file on which row i begins. */
    public long line(int i) {
        return book.following ? book.lines[0] + i : book.lines[i];
    }

    /** Target column k, {@link #rows()} values. */
    public double[] target(int k) {
        return targets[k];
    }

    /** Prediction column k, {@link #rows()} values. */
    public double[] prediction(int k) {
        return predictions[k];
    }

    /** Further column k, {@link #rows()} values. */
    public double[] extra(int k) {
        return extras[k];
    }

    /** The weights of the rows, finite and not negative; null when all rows weigh the same. */
    public double[] weights() {
        return weights;
    }

    /** The groups of the rows: the texts of the grouping columns, joined to one; null without groups. */
    public String[] groups() {
        return groups;
    }

    /** The records as they stand in the file, without their line ends; null when nobody wants them. */
    public String[] texts() {
        return texts;
    }

    /** The decimals of the numbers; null but where the loss is computed in decimals. */
    public Decimals decimals() {
        return decimals;
    }
}
