package losscalc.cli;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import losscalc.input.Source;
import losscalc.problem.Problem;
import losscalc.problem.Where;

/** What can be read once, standard input and pipes, kept in temporary files: every form of a loss opens it anew. */
final class KeptInput implements AutoCloseable {
    private final List<File> files = new ArrayList<>();
    private String standardInput;

    /** The file that holds what came on standard input, or on the pipe that stands for it; null where nothing did. */
    String standardInput() {
        return standardInput;
    }

    /** Keeps what comes on standard input. */
    void keep(InputStream in) throws Problem {
        standardInput = copy(in, "<stdin>");
    }

    /**
     * The word that stands for a file: its name, but for a pipe that has one, as {@code <(command)} has. The first of these
     * stands for standard input, where nothing else does.
     */
    String wordFor(String name) throws Problem {
        File file = new File(name);
        if (name.equals("-") || !file.exists() || file.isFile() || file.isDirectory()) {
            return name;
        }
        try (InputStream pipe = Source.file(name).open()) {
            String copy = copy(pipe, name);
            if (standardInput != null) {
                return copy;
            }
            standardInput = copy;
            return "-";
        } catch (IOException e) {
            throw Problem.io(Where.file(name), "cannot be read: " + e.getMessage(), "run it again");
        }
    }

    private String copy(InputStream from, String name) throws Problem {
        try {
            File file = File.createTempFile("losscalc", ".tmp");
            file.deleteOnExit();
            files.add(file);
            try (OutputStream to = new FileOutputStream(file)) {
                from.transferTo(to);
            }
            return file.getPath();
        } catch (IOException e) {
            throw Problem.io(
                    Where.file(name),
                    "cannot be kept: " + e.getMessage(),
                    "LOSSCALC_JAVA_OPTIONS=-Djava.io.tmpdir=FOLDER keeps it in a folder that has room");
        }
    }

    @Override
    public void close() {
        for (File file : files) {
            file.delete();
        }
    }
}
