package losscalc.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import losscalc.problem.Echo;
import losscalc.problem.Problem;
import losscalc.problem.Where;

/**
 * A file that appears whole or not at all: it is written beside its place, and moved there when it is
 * complete. Whatever ends the program before that, short of a kill that nobody hears, takes it away.
 *
 * <p>What is no ordinary file, such as a named pipe, is written where it stands.
 */
public final class OutputFile implements AutoCloseable {
    /** Takes the unfinished file away when the program is told to stop. */
    private static final class Remover extends Thread {
        private OutputFile file;
        private boolean isOver;

        /** Begins the file while no signal can come between its beginning and the knowledge of it. */
        synchronized OutputFile begin(String name, Path place) throws IOException {
            if (isOver) {
                throw new IOException("interrupted");
            }
            file = beside(name, place);
            return file;
        }

        @Override
        public synchronized void run() {
            isOver = true;
            if (file != null) {
                file.close();
            }
        }
    }

    private final String name;
    private final Path place;
    /** Where it is written until it is complete; its place where that is no ordinary file. */
    private final Path beside;

    private final FileChannel channel;
    private boolean ended;

    private OutputFile(String name, Path place, Path beside, FileChannel channel) {
        this.name = name;
        this.place = place;
        this.beside = beside;
        this.channel = channel;
    }

    /**
     * Begins the file.
     *
     * @throws Problem when it cannot be written at that place
     */
    public static OutputFile open(String name) throws Problem {
        Path path = Path.of(name);
        try {
            if (Files.isDirectory(path)) {
                throw failed(name, "is a directory, a file was wanted");
            }
            if (Files.exists(path) && !Files.isWritable(path)) {
                throw failed(name, "no permission to write it");
            }
            if (name.startsWith("/dev/") || Files.exists(path) && !Files.isRegularFile(path)) {
                return new OutputFile(name, path, path, FileChannel.open(path, StandardOpenOption.WRITE));
            }
            // Behind a link stands the file that is meant.
            Path place = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
            if (!Files.isDirectory(place.getParent())) {
                throw failed(name, "there is no folder " + Echo.name(String.valueOf(path.getParent())));
            }
            Remover remover = new Remover();
            Runtime.getRuntime().addShutdownHook(remover);
            return remover.begin(name, place);
        } catch (IOException e) {
            throw failed(name, "cannot be written: " + why(e));
        }
    }

    private static OutputFile beside(String name, Path place) throws IOException {
        String stem = ".losscalc-" + ProcessHandle.current().pid();
        for (int i = 0; ; i++) {
            Path beside = place.resolveSibling(stem + "-" + i + ".tmp");
            try {
                FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputFile file = new OutputFile(name, place, beside, channel);
                file.takePermissions();
                return file;
            } catch (FileAlreadyExistsException e) {
                // Left by one that was killed; another number is free.
            }
        }
    }

    /** Where to print. */
    public Output output() {
        OutputStream stream = Channels.newOutputStream(channel);
        return new Output(stream, name);
    }

    /** Puts the complete file in its place. */
    public synchronized void commit() throws Problem {
        try {
            if (beside != place) {
                // A full disk may show as late as this.
                channel.force(true);
            }
            channel.close();
            if (beside != place) {
                Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
            }
            ended = true;
        } catch (IOException e) {
            throw failed(name, "cannot be written: " + why(e));
        }
    }

    /** Takes the file away again, unless it was complete. */
    @Override
    public synchronized void close() {
        if (ended) {
            return;
        }
        ended = true;
        try {
            channel.close();
            if (beside != place) {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            // It was on its way out, and what ends the run is said already.
        }
    }

    /** A file that is replaced hands its permissions on. */
    private void takePermissions() throws IOException {
        if (Files.exists(place)) {
            try {
                Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(place));
            } catch (UnsupportedOperationException e) {
                // There are no such permissions here.
            }
        }
    }

    private static String why(IOException e) {
        String reason = e instanceof FileSystemException ? ((FileSystemException) e).getReason() : e.getMessage();
        return reason == null ? "no permission to write in its folder" : Echo.plain(reason);
    }

    private static Problem failed(String name, String message) {
        return Problem.io(Where.file(name), message, "nothing was written: --output takes another place");
    }
}
