package losscalc.input;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import losscalc.problem.Echo;
import losscalc.problem.Nearest;
import losscalc.problem.Problem;
import losscalc.problem.Where;

/** Where bytes come from: a file, or standard input. */
public final class Source {
    /** What to do where there was a file. */
    public static final String GONE = "a disk or a network that is gone? run it again";

    private final String name;
    private final InputStream stream;

    private final boolean live;
    private final boolean unpacked;

    private Source(String name, InputStream stream, boolean live, boolean unpacked) {
        this.name = name;
        this.stream = stream;
        this.live = live;
        this.unpacked = unpacked;
    }

    /** A file. */
    public static Source file(String path) {
        return new Source(path, null, false, false);
    }

    /**
     * A stream that is open already, such as standard input.
     *
     * @param live whether its rows are shown as they come
     */
    public static Source stream(String name, InputStream stream, boolean live) {
        return new Source(name, stream, live, false);
    }

    /** What is in a file, a gzip file unpacked. */
    public static Source unpacked(String name, InputStream stream) {
        return new Source(name, stream, false, true);
    }

    /** Whether what has come is to be read without waiting for more. */
    public boolean isLive() {
        return live;
    }

    /** Whether the bytes are text, and not to be unpacked even if they look like it. */
    boolean isUnpacked() {
        return unpacked;
    }

    /** The name that messages use. */
    public String name() {
        return name;
    }

    /** Whether it is the file of that path, under whatever name; standard input may be a file too. */
    public boolean isFile(String path) {
        try {
            Path mine = Path.of(stream == null ? name : "/dev/stdin");
            return Files.isRegularFile(mine) && Files.exists(Path.of(path)) && Files.isSameFile(mine, Path.of(path));
        } catch (IOException e) {
            return false;
        }
    }

    /** The character between fields when the user names none: a tab for {@code .tsv}. */
    char usualDelimiter() {
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        return plain.endsWith(".tsv") || plain.endsWith(".tab") || plain.endsWith(".TSV") ? '\t' : ',';
    }

    /**
     * Opens it.
     *
     * @throws Problem when there is no such file, or it cannot be read
     */
    public InputStream open() throws Problem {
        if (stream != null) {
            return stream;
        }
        if (name.isEmpty()) {
            throw Problem.usage("a file was wanted, and its name is empty", "is a variable of the shell not set?");
        }
        File file = new File(name);
        if (file.isDirectory()) {
            throw Problem.io(Where.file(name), "is a directory, a CSV file was wanted", "name the files in it");
        }
        if (!file.exists()) {
            throw Problem.io(Where.file(name), "no such file", nearest(file));
        }
        try {
            return file.isFile() && file.length() > 0 ? new SteadyFile(file) : new FileInputStream(file);
        } catch (IOException e) {
            boolean allowed = file.canRead();
            throw Problem.io(
                    Where.file(name),
                    allowed ? "cannot be opened" : "no permission to read it",
                    allowed
                            ? "too many files open, or a disk that is gone? run it again"
                            : "chmod +r, or ask its owner");
        }
    }

    private static String nearest(File file) {
        File folder = file.getParentFile();
        String[] names = (folder == null ? new File(".") : folder).list();
        if (names == null) {
            return "there is no folder " + Echo.name(folder == null ? "." : folder.getPath());
        }
        // In the order of the names, not of the disk: of two that are as near, the same one everywhere.
        Arrays.sort(names);
        String near = Nearest.of(file.getName(), List.of(names));
        return near == null
                ? "nothing in " + (folder == null ? "this folder" : Echo.name(folder.getPath())) + " has a name like it"
                : "did you mean " + Echo.name(folder == null ? near : new File(folder, near).getPath()) + "?";
    }
}
