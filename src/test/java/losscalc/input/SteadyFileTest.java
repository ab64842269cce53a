package losscalc.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is written while it is read has no answer. */
class SteadyFileTest {
    private static final byte[] BYTES = "y,p\n1,2\n3,4\n".getBytes();

    @TempDir
    private Path folder;

    private interface Change {
        void to(Path file) throws Exception;
    }

    private String whatIsSaid(Change change) throws Exception {
        Path file = Files.write(folder.resolve("data.csv"), BYTES);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        try (InputStream in = Source.file(file.toString()).open()) {
            in.readNBytes(5);
            change.to(file);
            return assertThrows(SteadyFile.Changed.class, in::readAllBytes).getMessage();
        }
    }

    @Test
    void aFileThatStaysIsReadWhole() throws Exception {
        Path file = Files.write(folder.resolve("data.csv"), BYTES);
        try (InputStream in = Source.file(file.toString()).open()) {
            assertArrayEquals(BYTES, in.readAllBytes());
            assertEquals(-1, in.read());
        }
    }

    @Test
    void itShrinks() throws Exception {
        String said = whatIsSaid(file -> Files.write(file, new byte[] {'y', ',', 'p', '\n', '1', ',', '2', '\n', '3'}));
        assertEquals("changed while it was read: it had 12 bytes, and has 9", said);
    }

    @Test
    void itGrows() throws Exception {
        String said = whatIsSaid(file -> Files.write(file, BYTES, StandardOpenOption.APPEND));
        assertEquals("changed while it was read: it had 12 bytes, and has 24", said);
    }

    @Test
    void itIsWrittenOver() throws Exception {
        String said = whatIsSaid(file -> Files.write(file, BYTES));
        assertEquals("changed while it was read: it had 12 bytes, and has 12", said);
    }
}
