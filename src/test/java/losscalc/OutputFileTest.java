package losscalc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written appears whole or not at all, and no failure to write is passed over. */
class OutputFileTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeData() throws IOException {
        Files.writeString(folder.resolve("data.csv"), "target,prediction\n1,2\n3,5\n");
    }

    @Test
    void aCompleteAnswerTakesTheFilesPlace() throws Exception {
        write("value.txt", "before\n");
        Program.Ended ended = losscalc("mse", "-q", "data.csv", "--output", "value.txt");
        assertEquals(new Program.Ended(0, "", ""), ended);
        assertEquals("2.5\n", read("value.txt"));
        assertEquals(List.of("data.csv", "value.txt"), files());
    }

    @Test
    void permissionsAndLinksStay() throws Exception {
        write("value.txt", "before\n");
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        Files.setPosixFilePermissions(folder.resolve("value.txt"), PosixFilePermissions.fromString("rw-r-----"));
        Files.createSymbolicLink(folder.resolve("link"), Path.of("value.txt"));
        assertEquals(0, losscalc("mse", "-q", "data.csv", "--output", "link").code());
        assertEquals("2.5\n", read("value.txt"));
        assertTrue(Files.isSymbolicLink(folder.resolve("link")));
        assertEquals(
                "rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("value.txt"))));
    }

    @Test
    void aFailedCheckIsACompleteAnswer() throws Exception {
        Program.Ended ended = losscalc("mse", "-q", "data.csv", "--output", "value.txt", "--fail-above", "2");
        assertEquals(new Program.Ended(1, "", "losscalc: the mean is 2.5, above 2\n"), ended);
        assertEquals("2.5\n", read("value.txt"));
    }

    @Test
    void badDataLeaveTheFileAsItWas() throws Exception {
        write("bad.csv", "target,prediction\n1,2\n3,x\n");
        write("value.txt", "before\n");
        assertEquals(
                3,
                losscalc("mse", "--format", "csv", "bad.csv", "-o", "value.txt").code());
        assertEquals("before\n", read("value.txt"));
        assertEquals(List.of("bad.csv", "data.csv", "value.txt"), files());
    }

    @Test
    void aSignalLeavesNothingBehind() throws Exception {
        List<String> command = Program.javaCommand(List.of(), Main.class);
        command.addAll(List.of("mse", "--output", "value.txt"));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try (OutputStream in = process.getOutputStream()) {
            in.write("target,prediction\n1,2\n".getBytes(StandardCharsets.US_ASCII));
            in.flush();
            for (int i = 0; i < 500 && files().size() < 2; i++) {
                Thread.sleep(20);
            }
            assertEquals(2, files().size(), "it has begun its file");
            // Of the process itself, it would also end the input: a file that is complete may be there then.
            process.toHandle().destroy();
            assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        }
        assertEquals(List.of("data.csv"), files());
        assertTrue(process.exitValue() != 0);
    }

    @Test
    void aFullDiskIsSaid() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        assertEquals(
                new Program.Ended(
                        4,
                        "",
                        "losscalc: /dev/full: cannot be written: No space left on device\n"
                                + "  hint: make room, or write to another place: what was written is not the whole answer\n"),
                losscalc("mse", "data.csv", "--output", "/dev/full"));
        List<String> command = Program.javaCommand(List.of(), Main.class);
        String line = "'" + String.join("' '", command) + "' mse data.csv >/dev/full";
        assertEquals(
                new Program.Ended(
                        4,
                        "",
                        "losscalc: standard output: cannot be written: No space left on device\n"
                                + "  hint: make room, or write to another place: what was written is not the whole answer\n"),
                Program.run(folder, List.of("sh", "-c", line)));
    }

    private Program.Ended losscalc(String... words) throws IOException, InterruptedException {
        return Program.java(folder, List.of(), Main.class, words);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
        }
    }
}
