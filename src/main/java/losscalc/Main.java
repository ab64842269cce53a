package losscalc;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.util.Locale;
import losscalc.cli.App;
import losscalc.cli.Streams;

/** The way in: real streams in, exit code out; nothing else. */
public final class Main {
    private Main() {}

    /** Starts the program. */
    public static void main(String[] args) {
        // No message and no number may depend on where the machine stands.
        Locale.setDefault(Locale.ROOT);
        // The launcher tells which streams are terminals: i, o, e.
        String terminal = System.getProperty("losscalc.terminal", "");
        Streams streams = new Streams(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                terminal.indexOf('i') >= 0);
        int exit = App.run(args, streams);
        // Where all went well, main just ends: exit() first looks for a logger to tell of it, 15 ms on JDK 21 and
        // newer.
        if (exit != 0) {
            Runtime.getRuntime().exit(exit);
        }
    }
}
