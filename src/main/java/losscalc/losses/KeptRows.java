package losscalc.losses;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import losscalc.loss.Layout;
import losscalc.loss.Row;

/** The rows of a set, in memory, as long as there is room for all of them. */
final class KeptRows {
    /** In the place of a weight: the rows before it are a whole group. */
    private static final double END = -1;

    /** Room that the sets of a run share: their memory does not grow with the data. */
    static final class Room {
        /** So many numbers: 8 MiB. */
        private final AtomicInteger left = new AtomicInteger(1 << 20);

        private boolean take(int numbers) {
            return left.addAndGet(-numbers) >= 0;
        }
    }

    private final Room room;
    /** For each row its weight, its targets, its predictions; null when there was not room for all. */
    private double[] numbers;

    private int end;
    private int targets;
    private int predictions;
    private long rows;

    /** @param room null for none */
    KeptRows(Room room) {
        this.room = room;
        numbers = room == null ? null : new double[0];
    }

    void add(Row row, double weight) {
        targets = row.target().length;
        predictions = row.prediction().length;
        if (makesRoom(width())) {
            numbers[end] = weight;
            System.arraycopy(row.target(), 0, numbers, end + 1, targets);
            System.arraycopy(row.prediction(), 0, numbers, end + 1 + targets, predictions);
            end += width();
            rows++;
        }
    }

    /** Says that the rows so far are a whole group. */
    void close() {
        if (rows > 0 && makesRoom(width())) {
            numbers[end] = END;
            end += width();
        }
    }

    private boolean makesRoom(int n) {
        if (numbers != null && !room.take(n)) {
            numbers = null;
        }
        fit(n);
        return numbers != null;
    }

    private void fit(int n) {
        if (numbers != null && end + n > numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(16 * n, 2 * (end + n)));
        }
    }

    /** Adds those of another set, which have their room already. */
    void addAll(KeptRows other) {
        if (numbers == null || other.numbers == null) {
            numbers = null;
            return;
        }
        targets = Math.max(targets, other.targets);
        predictions = Math.max(predictions, other.predictions);
        fit(other.end);
        System.arraycopy(other.numbers, 0, numbers, end, other.end);
        end += other.end;
        rows += other.rows;
    }

    private int width() {
        return 1 + targets + predictions;
    }

    boolean areAll() {
        return numbers != null;
    }

    long size() {
        return rows;
    }

    /** Adds all of them. */
    void addTo(SumsFormula.Sums sums) {
        Row row = new Row(Layout.of(targets, predictions));
        for (int at = 0; at < end; at += width()) {
            if (numbers[at] == END) {
                sums.close();
            } else {
                System.arraycopy(numbers, at + 1, row.target(), 0, targets);
                System.arraycopy(numbers, at + 1 + targets, row.prediction(), 0, predictions);
                sums.add(row, numbers[at]);
            }
        }
    }
}
