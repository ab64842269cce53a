package losscalc.cli;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * What the program is connected to.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param inputIsTerminal whether a person would have to type the data
 */
public record Streams(InputStream in, OutputStream out, OutputStream err, boolean inputIsTerminal) {}
