package losscalc.num;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** Doubles in a temporary file, which vanishes with the process. */
final class Spill implements AutoCloseable {
    private final FileChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 19);
    private long count;

    Spill() {
        try {
            file = FileChannel.open(
                    Files.createTempFile("losscalc", ".tmp"),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long count() {
        return count;
    }

    /** Appends the first {@code n} elements of {@code x}. */
    void append(double[] x, int n) {
        try {
            int done = 0;
            while (done < n) {
                int some = Math.min(n - done, buffer.capacity() / Double.BYTES);
                buffer.clear();
                buffer.asDoubleBuffer().put(x, done, some);
                buffer.limit(some * Double.BYTES);
                while (buffer.hasRemaining()) {
                    file.write(buffer, count * Double.BYTES + buffer.position());
                }
                done += some;
                count += some;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads {@code n} values, those from index {@code from} on, to the start of {@code x}. */
    int read(long from, long n, double[] x) {
        try {
            int done = 0;
            while (done < n) {
                int some = (int) Math.min(n - done, buffer.capacity() / Double.BYTES);
                buffer.clear().limit(some * Double.BYTES);
                while (buffer.hasRemaining()) {
                    if (file.read(buffer, (from + done) * Double.BYTES + buffer.position()) < 0) {
                        throw new IOException("the temporary file was cut short");
                    }
                }
                buffer.flip().asDoubleBuffer().get(x, done, some);
                done += some;
            }
            return done;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
