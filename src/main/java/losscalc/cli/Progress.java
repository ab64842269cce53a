package losscalc.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import losscalc.input.Rows;

/**
 * A line on the terminal that says how far a long run has come: it appears after two seconds, and is wiped
 * out at the end.
 */
final class Progress implements Runnable, AutoCloseable {
    private static final long FIRST = 2000;
    private static final long NEXT = 500;
    private static final long MEGA = 1_000_000;

    private final Rows rows;
    private final long total;
    private final OutputStream terminal;
    private final long start = System.nanoTime();
    private Thread thread;
    private boolean shown;
    private boolean over;

    /**
     * @param rows are being read
     * @param total how many bytes there are, 0 when that is not known
     * @param terminal shows the line
     */
    Progress(Rows rows, long total, OutputStream terminal) {
        this.rows = rows;
        this.total = total;
        this.terminal = terminal;
    }

    /** Begins to wait; the thread ends with the program at the latest. */
    void start() {
        thread = new Thread(this, "progress");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public synchronized void run() {
        try {
            wait(FIRST);
            while (!over) {
                show("\r" + line((System.nanoTime() - start) / MEGA) + "\033[K");
                shown = true;
                wait(NEXT);
            }
        } catch (IOException | InterruptedException e) {
            // Nobody looks any more.
            over = true;
        }
    }

    /** Wipes the line out. */
    @Override
    public synchronized void close() {
        over = true;
        notifyAll();
        if (shown) {
            try {
                show("\r\033[K");
            } catch (IOException e) {
                shown = false;
            }
        }
    }

    private void show(String text) throws IOException {
        terminal.write(text.getBytes(StandardCharsets.UTF_8));
        terminal.flush();
    }

    /** What stands in the line after so many milliseconds. */
    String line(long elapsed) {
        long read = rows.counts().read();
        long bytes = rows.bytes();
        StringBuilder text = new StringBuilder("losscalc: ");
        if (bytes > 0 && total >= bytes) {
            text.append(100 * bytes / total).append(" %, ");
            text.append(bytes / MEGA).append(" of ").append(total / MEGA).append(" MB, ");
        }
        text.append(read)
                .append(" rows, ")
                .append(read * 1000 / Math.max(1, elapsed))
                .append(" rows/s");
        if (bytes > 0 && total >= bytes) {
            long left = (long) ((double) elapsed / bytes * (total - bytes) / 1000 + 0.5);
            text.append(", ")
                    .append(left / 60)
                    .append(left % 60 < 10 ? ":0" : ":")
                    .append(left % 60)
                    .append(" left");
        }
        return text.toString();
    }
}
