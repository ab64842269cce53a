package losscalc.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import losscalc.num.DecimalWriter;
import losscalc.problem.Problem;
import losscalc.problem.Where;

/** Where text goes: buffered, in UTF-8, and no failure to write is lost. */
public final class Output {
    private static final int SIZE = 1 << 16;

    private final OutputStream stream;
    private final String name;
    private final byte[] buffer = new byte[SIZE];
    private int used;
    private boolean hex;

    /**
     * @param stream receives the bytes
     * @param name the stream's name in messages
     */
    public Output(OutputStream stream, String name) {
        this.stream = stream;
        this.name = name;
    }

    /** Prints numbers from now on as their exact bits, in hexadecimal. */
    public Output inHex() {
        hex = true;
        return this;
    }

    /** Whether it does. */
    boolean isHex() {
        return hex;
    }

    /** Another one, which prints numbers as this one does. */
    Output like(OutputStream other, String itsName) {
        Output output = new Output(other, itsName);
        return hex ? output.inHex() : output;
    }

    /** Adds text. */
    public Output print(String text) throws Problem {
        int n = text.length();
        for (int i = 0; i < n; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                write(text.substring(i).getBytes(StandardCharsets.UTF_8));
                return this;
            }
            if (used == SIZE) {
                send();
            }
            buffer[used++] = (byte) c;
        }
        return this;
    }

    /** Adds a number as the shortest decimal that reads back to it, or in hexadecimal. */
    public Output print(double x) throws Problem {
        if (hex) {
            return print(Double.toHexString(x));
        }
        if (used + DecimalWriter.MAX_LENGTH > SIZE) {
            send();
        }
        used = DecimalWriter.write(x, buffer, used);
        return this;
    }

    /** Adds a whole number. */
    public Output print(long x) throws Problem {
        return print(Long.toString(x));
    }

    /** Adds a line end. */
    public Output line() throws Problem {
        return print("\n");
    }

    /** Adds bytes. */
    public Output write(byte[] bytes) throws Problem {
        for (byte b : bytes) {
            if (used == SIZE) {
                send();
            }
            buffer[used++] = b;
        }
        return this;
    }

    /** Adds all bytes of a buffer. */
    Output write(ByteArrayOutputStream bytes) throws Problem {
        send();
        try {
            bytes.writeTo(stream);
        } catch (IOException e) {
            throw failed(e);
        }
        return this;
    }

    /** Hands on all that was added. */
    public void flush() throws Problem {
        send();
        try {
            stream.flush();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Hands on what can be handed on, for output that ends in an error which is more important than this one. */
    public void flushQuietly() {
        try {
            flush();
        } catch (Problem lost) {
            used = 0;
        }
    }

    private void send() throws Problem {
        int n = used;
        used = 0;
        try {
            stream.write(buffer, 0, n);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private Problem failed(IOException e) {
        // Nothing but a signal closes a file that is being written.
        String why =
                e instanceof ClosedChannelException ? "the program was told to stop" : String.valueOf(e.getMessage());
        return isBrokenPipe(why)
                ? Problem.brokenPipe()
                : Problem.io(
                        Where.file(name),
                        "cannot be written: " + why,
                        "make room, or write to another place: what was written is not the whole answer");
    }

    /** The system's own words, in the language of its user, are all that Java hands on: they alone do not decide. */
    private boolean isBrokenPipe(String why) {
        switch (why) {
            case "Broken pipe":
                return true;
            case "No space left on device", "Resource temporarily unavailable", "the program was told to stop":
                return false;
            default:
                return isPipe();
        }
    }

    /** Whether it is a pipe or socket: writing to one fails when its reader is gone, and hardly for another cause. */
    private boolean isPipe() {
        String path =
                name.equals("standard output") ? "/dev/stdout" : name.equals("standard error") ? "/dev/stderr" : name;
        try {
            int kind = (Integer) Files.getAttribute(Path.of(path), "unix:mode") & 0170000;
            return kind == 0010000 || kind == 0140000;
        } catch (IOException | RuntimeException e) {
            // There are no such kinds here.
            return false;
        }
    }
}
