package losscalc.report;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import losscalc.problem.Problem;
import losscalc.problem.Where;

/** Bytes that wait for their turn: in memory, and beyond 8 MiB in a temporary file that goes with the process. */
final class Spool extends OutputStream {
    private static final int IN_MEMORY = 1 << 23;

    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private File file;
    private OutputStream disk;

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int n) throws IOException {
        if (disk == null && memory.size() + n > IN_MEMORY) {
            file = File.createTempFile("losscalc", ".tmp");
            file.deleteOnExit();
            disk = new FileOutputStream(file);
            memory.writeTo(disk);
            memory = null;
        }
        if (disk == null) {
            memory.write(bytes, from, n);
        } else {
            disk.write(bytes, from, n);
        }
    }

    /** Hands on all that waits. */
    void copyTo(Output out) throws Problem {
        if (disk == null) {
            out.write(memory.toByteArray());
            return;
        }
        try {
            disk.close();
            try (InputStream in = new FileInputStream(file)) {
                byte[] bytes = in.readNBytes(1 << 16);
                while (bytes.length > 0) {
                    out.write(bytes);
                    bytes = in.readNBytes(1 << 16);
                }
            }
        } catch (IOException e) {
            throw Problem.io(
                    Where.file(file.getPath()), "the temporary file cannot be read: " + e.getMessage(), "run it again");
        }
        file.delete();
    }
}
