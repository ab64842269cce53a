package losscalc.input;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What a gzip file holds (RFC 1952), all its members one after another, and checked strictly: a file that
 * is cut off, altered, or has something behind its end is {@link Broken}, and never taken for a shorter one.
 *
 * <p>{@link java.util.zip.GZIPInputStream} takes bytes behind the end, and a second member that is cut off
 * in its header, for a clean end.
 */
public final class Gunzip extends InputStream {
    /** The file is not whole: what was read before is only a part of what was written. */
    public static final class Broken extends IOException {
        private static final long serialVersionUID = 1L;

        Broken(String message) {
            super(message);
        }
    }

    private static final int DEFLATE = 8;
    private static final int HEADER_CHECK = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int KNOWN_FLAGS = 31;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 check = new CRC32();
    private final byte[] packed = new byte[1 << 16];
    private int from;
    private int to;
    private boolean inMember;
    private boolean ended;
    private Broken broken;

    private Gunzip(InputStream in) throws IOException {
        this.in = in;
        beginMember();
    }

    /**
     * What a stream holds: the stream itself, or unpacked where its first bytes say that it is gzip.
     *
     * @throws Broken when it begins like gzip and is not
     */
    public static BufferedInputStream unpacked(BufferedInputStream in) throws IOException {
        in.mark(2);
        byte[] first = in.readNBytes(2);
        in.reset();
        return MagicNumber.isGzip(first) ? new BufferedInputStream(new Gunzip(in), 1 << 16) : in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** Hands out all that can be unpacked before it says that the file is broken, and then says it each time. */
    @Override
    public int read(byte[] bytes, int at, int n) throws IOException {
        if (n == 0) {
            return 0;
        }
        if (broken != null) {
            throw broken;
        }
        try {
            return readOn(bytes, at, n);
        } catch (Broken e) {
            broken = e;
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }

    private int readOn(byte[] bytes, int at, int n) throws IOException {
        while (!ended) {
            if (inMember) {
                int got = unpack(bytes, at, n);
                if (got > 0) {
                    check.update(bytes, at, got);
                    return got;
                }
                endMember();
            } else if (fill()) {
                beginMember();
            } else {
                ended = true;
            }
        }
        return -1;
    }

    /** Unpacks some bytes; none at the end of the member. */
    private int unpack(byte[] bytes, int at, int n) throws IOException {
        try {
            while (true) {
                int got = inflater.inflate(bytes, at, n);
                if (got > 0 || inflater.finished()) {
                    return got;
                }
                if (inflater.needsDictionary()) {
                    throw new Broken("corrupt (it asks for a dictionary)");
                }
                from = to;
                if (!fill()) {
                    throw cut();
                }
                inflater.setInput(packed, from, to - from);
            }
        } catch (DataFormatException e) {
            throw new Broken("corrupt (" + e.getMessage() + ")");
        }
    }

    private void beginMember() throws IOException {
        check.reset();
        if (next() != 0x1f || next() != 0x8b) {
            throw new Broken("followed by something that is not gzip");
        }
        int method = next();
        int flags = next();
        if (method != DEFLATE || (flags & ~KNOWN_FLAGS) != 0) {
            throw new Broken("corrupt (unknown method or flags)");
        }
        // When it was written, and on what.
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECK) != 0) {
            int sum = (int) check.getValue() & 0xffff;
            if ((next() | next() << 8) != sum) {
                throw new Broken("corrupt (the checksum of its header is wrong)");
            }
        }
        check.reset();
        inflater.reset();
        inflater.setInput(packed, from, to - from);
        inMember = true;
    }

    private void endMember() throws IOException {
        inMember = false;
        from = to - inflater.getRemaining();
        int sum = (int) check.getValue();
        if (word() != sum) {
            throw new Broken("corrupt (its checksum is wrong)");
        }
        if (word() != (int) inflater.getBytesWritten()) {
            throw new Broken("corrupt (its length is wrong)");
        }
    }

    /** Four bytes, the lowest first. */
    private int word() throws IOException {
        return next() | next() << 8 | next() << 16 | next() << 24;
    }

    private void skip(int n) throws IOException {
        for (int i = 0; i < n; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        int b = next();
        while (b != 0) {
            b = next();
        }
    }

    /** The next byte outside the packed data; the header's own checksum is taken of them. */
    private int next() throws IOException {
        if (!fill()) {
            throw cut();
        }
        int b = packed[from++] & 0xff;
        check.update(b);
        return b;
    }

    /** Sees that there is a packed byte; false at the end of the file. */
    private boolean fill() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(0, in.read(packed, 0, packed.length));
        }
        return from < to;
    }

    private static Broken cut() {
        return new Broken("cut off");
    }
}
