package losscalc.input;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;

/**
 * A file that must not change while it is read: the number would be that of a file that never was, or of one whose last
 * row is cut off in the midst of a number.
 */
final class SteadyFile extends FileInputStream {
    /** It did change. */
    static final class Changed extends IOException {
        private static final long serialVersionUID = 1L;

        private Changed(String message) {
            super(message);
        }

        /** Made here, so that the class is loaded only when it is needed. */
        static IOException of(String message) {
            return new Changed(message);
        }
    }

    private final File file;
    private final long size;
    private final long written;
    private long count;

    SteadyFile(File file) throws IOException {
        super(file);
        this.file = file;
        size = file.length();
        written = file.lastModified();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int at, int n) throws IOException {
        int got = super.read(bytes, at, n);
        count += Math.max(0, got);
        if (got < 0 && (count != size || file.lastModified() != written)) {
            throw Changed.of("changed while it was read: it had " + size + " bytes, and has " + file.length());
        }
        return got;
    }
}
