package losscalc.input;

import java.util.List;
import losscalc.loss.Block;
import losscalc.loss.Layout;
import losscalc.num.DecimalWriter;
import losscalc.problem.Echo;
import losscalc.problem.Problem;
import losscalc.problem.Where;

/** Rows from records: each used field becomes a number of the block, or a fault with its place. */
final class CsvRows implements Rows {
    private static final String ALL_HAVE = "the files of the targets have ";
    private static final String HEADER = "line 1 looks like a header: then leave --no-header out";

    private final String name;
    private final Records[] files;
    private final int[] widths;
    private final Dialect dialect;
    private final Binding binding;
    private final Slot[] slots;
    private final Cell cell;
    private final FaultLog faults = new FaultLog();
    private final RowText text;
    /** What ended the reading. */
    private Problem broken;

    private long read;
    private long missing;
    private long nonfinite;
    private long ragged;
    private long ignored;

    /**
     * @param files the data, and where they stand apart the predictions, both at their header
     * @param binding which field is used for what
     * @param slots the used fields
     * @param dialect what is done with rows that are not whole
     * @param before how many rows another lane has read
     */
    CsvRows(List<Records> files, Binding binding, List<Slot> slots, Dialect dialect, long before) {
        this.name = files.get(0).file();
        this.files = files.toArray(new Records[0]);
        this.binding = binding;
        this.slots = slots.toArray(new Slot[0]);
        this.dialect = dialect;
        this.read = before;
        this.cell = new Cell(dialect, binding);
        this.text = new RowText(this.files, binding, dialect, faults);
        this.widths = new int[this.files.length];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = this.files[i].header().size();
        }
    }

    @Override
    public Where where() {
        return Where.file(name);
    }

    @Override
    public Layout layout() {
        return binding.layout();
    }

    @Override
    public Counts counts() {
        return new Counts(read, missing, nonfinite, ragged, ignored);
    }

    /** The rows above the first that is wrong are given; all below are read for what else is wrong. */
    @Override
    public boolean fill(Block block) throws Problem {
        block.clear();
        Problem known = wrong();
        try {
            while (known == null && !block.isFull() && next()) {
                read++;
                readRow(block);
            }
        } catch (Problem problem) {
            broken = faults.endedBy(problem);
        }
        if (block.rows() == 0 && wrong() != null) {
            throw wrong();
        }
        return block.rows() > 0;
    }

    @Override
    public Problem wrong() {
        return broken != null ? broken : faults.isEmpty() ? null : faults.asProblem();
    }

    @Override
    public void close() throws Problem {
        for (Records file : files) {
            file.close();
        }
    }

    /** Goes to the next row of each file; they end together. */
    private boolean next() throws Problem {
        boolean more = files[0].next();
        if (files.length == 2 && files[1].next() != more) {
            Records longer = files[more ? 0 : 1];
            Records shorter = files[more ? 1 : 0];
            long rows = read + 1;
            while (longer.next()) {
                rows++;
            }
            throw Problem.data(
                    Where.file(longer.file()),
                    (longer.isOfSeveral() ? ALL_HAVE : "has ")
                            + rows
                            + (rows == 1 ? " row, and " : " rows, and ")
                            + (shorter.isOfSeveral() ? ALL_HAVE : Echo.plain(shorter.file()) + " has ")
                            + read,
                    "targets and predictions are paired row by row");
        }
        for (int i = 0; more && i < files.length; i++) {
            if (files.length == 2 && widths[i] == 1 && files[i].blanks() > files[1 - i].blanks()) {
                throw Problem.data(
                        Where.line(files[i].file(), files[i].line() - 1),
                        "a blank line among the rows of one column: a missing value, or no row?",
                        "write \"\" for a missing value, or take the blank lines out: the rows are paired by their order");
            }
        }
        return more;
    }

    private void readRow(Block block) {
        for (int i = 0; i < files.length; i++) {
            if (files[i].size() != widths[i]) {
                countRagged(i);
                return;
            }
        }
        boolean whole = text.belongsTogether();
        boolean hasMissing = false;
        boolean hasNonfinite = false;
        boolean isIgnored = false;
        for (Slot slot : slots) {
            Records file = files[slot.file()];
            switch (read(file, slot)) {
                case FINE:
                    slot.put(cell.value(), block);
                    if (block.decimals() != null) {
                        slot.put(cell.decimal(), block);
                    }
                    break;
                case MISSING:
                    hasMissing = true;
                    break;
                case IGNORED:
                    isIgnored = true;
                    break;
                case NONFINITE:
                    hasNonfinite = true;
                    break;
                default:
                    faults.add(file.where(slot.field()), cell.message(), isHeader(file, slot) ? HEADER : cell.hint());
                    whole = false;
            }
        }
        if (isIgnored && whole) {
            ignored++;
        } else if (hasMissing) {
            missing++;
        } else if (hasNonfinite) {
            nonfinite++;
        } else if (whole && sumsToOne(block) && text.put(block) && faults.isEmpty()) {
            block.commit(files[0].file(), files[0].line(), read);
        }
    }

    private Cell.Outcome read(Records file, Slot slot) {
        int field = slot.field();
        return file.isMalformed(field)
                ? cell.refuse(file.complaint(field), file.hintForMalformed())
                : cell.read(file.field(field), slot);
    }

    /** Whether what cannot be read is a word in the first line of a file, which was said to be data. */
    private boolean isHeader(Records file, Slot slot) {
        return !dialect.hasHeader() && file.line() == 1 && dialect.isText(file.field(slot.field()));
    }

    private void countRagged(int i) {
        if (dialect.ragged() == Policy.SKIP) {
            ragged++;
            return;
        }
        int size = files[i].size();
        faults.add(
                Where.line(files[i].file(), files[i].line()),
                size
                        + (size == 1 ? " field, " : " fields, ")
                        + widths[i]
                        + (widths[i] == 1 ? " was wanted" : " were wanted"),
                "--ragged skip leaves such rows out");
    }

    private boolean sumsToOne(Block block) {
        boolean targets = !binding.targetsSumToOne()
                || isOne(block, true, "targets", "a target row is one-hot or a distribution");
        boolean predictions =
                !binding.predictionsSumToOne() || isOne(block, false, "probabilities", binding.hintOfSum());
        return targets && predictions && (!binding.predictionsAreShares() || hasShares(block));
    }

    private boolean hasShares(Block block) {
        if (Reading.sum(block, false, block.rows()) == 0) {
            Records file = files[files.length - 1];
            faults.add(
                    Where.line(file.file(), file.line()),
                    "the probabilities sum to 0, --normalize cannot divide by that",
                    "a row of zeros predicts nothing: take it out");
            return false;
        }
        return true;
    }

    private boolean isOne(Block block, boolean targets, String what, String hint) {
        double sum = Reading.sum(block, targets, block.rows());
        // Not "greater than": a row that holds NaN by --nonfinite propagate has no sum to complain of.
        if (Math.abs(sum - 1) > Reading.TOLERANCE) {
            Records file = files[targets ? 0 : files.length - 1];
            faults.add(
                    Where.line(file.file(), file.line()),
                    "the " + what + " sum to " + DecimalWriter.round(sum, 7) + ", 1 was wanted",
                    hint);
            return false;
        }
        return true;
    }
}
