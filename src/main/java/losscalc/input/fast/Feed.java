package losscalc.input.fast;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import losscalc.input.Gunzip;
import losscalc.input.Lane;
import losscalc.input.MagicNumber;

/**
 * The bytes of a file, cut behind line ends into pieces that know the numbers of their first row and line.
 * Pieces are taken by several readers and ended in their order. From the first one on that a reader
 * declines, all bytes are kept for the readable lane.
 */
final class Feed {
    /** What a file is looked at by, unless pieces are smaller. */
    private static final int LOOK = 1 << 16;

    /** What a gzip file is unpacked by: less than its buffer, so that all lanes unpack it in the same steps. */
    private static final int STEP = 1 << 14;

    private final int pieceSize;
    private final boolean live;
    /** Held by who reads a piece, until it is sure of its turn to count its lines. */
    private final ReentrantLock reading = new ReentrantLock();

    private final ReentrantLock counting = new ReentrantLock();
    private InputStream stream;
    private boolean unpacked;
    private final byte[] first;
    private int looked;

    /** What has been read and is not in a piece yet. */
    private byte[] carry;

    private int carried;
    private boolean ended;
    private IOException failure;
    private boolean finished;
    private long pieces;
    private volatile long bytes;
    private long rows;
    private long lines;

    private volatile InputStream declined;
    private long rowsCounted;
    private long linesCounted;
    private long bytesCounted;

    /**
     * Looks at the first bytes of a file, unpacked if it is a gzip file.
     *
     * @param live whether whole lines are not to wait for others that have not come yet
     */
    Feed(InputStream file, int pieceSize, boolean live) {
        this.pieceSize = pieceSize;
        this.live = live;
        first = new byte[Math.min(LOOK, pieceSize)];
        carry = first;
        stream = file;
        looked = read(first, 0, first.length);
        if (failure == null && MagicNumber.isGzip(first)) {
            unpack();
        }
        carried = looked;
    }

    private void unpack() {
        InputStream packed = new SequenceInputStream(new ByteArrayInputStream(look()), stream);
        ended = false;
        unpacked = true;
        try {
            stream = Gunzip.unpacked(new BufferedInputStream(packed));
            looked = read(first, 0, first.length);
        } catch (IOException e) {
            failure = e;
            ended = true;
            looked = 0;
        }
    }

    /** Whether there was an end to the first bytes that is not the end of the file. */
    boolean isBroken() {
        return failure != null;
    }

    /** The first bytes of the file. */
    byte[] look() {
        return Arrays.copyOf(first, looked);
    }

    /** What comes behind the first bytes. */
    InputStream stream() {
        return failure == null ? stream : Broken.of(failure);
    }

    /** Begins at a place in the first bytes, below so many lines. */
    void begin(int at, int above) {
        carry = Arrays.copyOfRange(first, at, looked);
        carried = looked - at;
        lines = above;
        linesCounted = above;
        bytesCounted = at;
    }

    /** How large the room of a piece is to be: no larger than a small file. */
    int size() {
        return ended ? carried : pieceSize;
    }

    /** Whether one reader is enough: all has been read already, or there was not much to read at once. */
    boolean isSmall() {
        return ended || looked < first.length;
    }

    /** Fills a piece with the next lines; false when there are none left. While one piece is counted, the next is read. */
    boolean take(FastPiece piece) {
        reading.lock();
        try {
            if (finished || declined != null || !fill(piece)) {
                return false;
            }
            counting.lock();
        } finally {
            reading.unlock();
        }
        try {
            int count = piece.countLines(rows, lines);
            rows += count;
            lines += count;
        } finally {
            counting.unlock();
        }
        return true;
    }

    private boolean fill(FastPiece piece) {
        byte[] room = piece.room();
        System.arraycopy(carry, 0, room, 0, carried);
        int filled = ended ? carried : read(room, carried, pieceSize);
        boolean last = ended && failure == null;
        int end = last ? filled : endOfLastLine(room, filled);
        // No line end in all that has room, or none left before the stream broke: for the readable lane.
        finished = last || end == 0;
        int own = finished ? filled : end;
        carry = Arrays.copyOfRange(room, own, filled);
        carried = filled - own;
        bytes += own;
        int to = last ? closeLastLine(room, end) : end;
        if (last && to == 0) {
            return false;
        }
        piece.begin(pieces++, to, own, finished && !last);
        return true;
    }

    /** Counts the rows of a piece, or keeps it for the readable lane; see {@link losscalc.input.Pieces.Piece#end}. */
    synchronized boolean end(FastPiece piece) {
        boolean counts = declined == null;
        if (counts) {
            rowsCounted += piece.rows();
            linesCounted += piece.rows();
            bytesCounted += piece.bytesRead();
            declined = piece.rest();
        } else {
            declined = new SequenceInputStream(declined, piece.all());
        }
        return counts;
    }

    /** Declines all that has not been taken. */
    void decline() {
        declined = InputStream.nullInputStream();
    }

    /** Whether something was declined. */
    boolean hasRest() {
        return declined != null;
    }

    /** All that was declined; to be asked for when no piece is in use. */
    Lane.Rest rest() {
        InputStream kept = new SequenceInputStream(declined, new ByteArrayInputStream(carry, 0, carried));
        InputStream all = new SequenceInputStream(kept, stream());
        return new Lane.Rest(all, linesCounted, rowsCounted, bytesCounted);
    }

    /** How many bytes have been taken; -1 when they are not the bytes of the file. */
    long bytes() {
        return unpacked ? -1 : bytes;
    }

    /** How many rows have been counted. */
    synchronized long rowsCounted() {
        return rowsCounted;
    }

    void close() throws IOException {
        stream.close();
    }

    /** Reads until there are {@code to} bytes or no more; of a live stream until it has no more for now. */
    private int read(byte[] into, int from, int to) {
        int filled = from;
        try {
            while (filled < to && !ended && !pauses(into, filled)) {
                int n = stream.read(into, filled, unpacked ? Math.min(STEP, to - filled) : to - filled);
                ended = n < 0;
                filled += Math.max(n, 0);
            }
        } catch (IOException e) {
            failure = e;
            ended = true;
        }
        return filled;
    }

    /** Whether there are whole lines, and nothing more can be read without waiting. */
    private boolean pauses(byte[] bytes, int filled) throws IOException {
        return live && !unpacked && stream.available() == 0 && endOfLastLine(bytes, filled) > 0;
    }

    private static int endOfLastLine(byte[] bytes, int to) {
        int end = to;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    /** Leaves blank lines at the end of the file out, and gives the last line an end if it has none. */
    private static int closeLastLine(byte[] bytes, int to) {
        int end = to;
        while (end > 0 && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
            end--;
        }
        if (end == 0) {
            return 0;
        }
        bytes[end] = '\n';
        return end + 1;
    }
}
