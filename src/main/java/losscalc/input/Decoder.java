package losscalc.input;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import losscalc.problem.Problem;
import losscalc.problem.Where;

/** From bytes to characters: takes byte order marks off, and names a file that is no text by its first bytes. */
final class Decoder {
    private static final int LOOK = 16;

    /** First bytes, and what they are the sign of. */
    private static final String[][] SIGNS = {
        {"PK\u0003\u0004", "a zip archive (xlsx is one)", "save the sheet as CSV"},
        {"PAR1", "a Parquet file", "convert it to CSV first"},
        {"ARROW1", "an Arrow file", "convert it to CSV first"},
        {"\u0028\u00b5\u002f\u00fd", "compressed by zstd", "pipe it in: zstdcat FILE | losscalc ..."},
        {"BZh", "compressed by bzip2", "pipe it in: bzcat FILE | losscalc ..."},
        {"\u00fd7zXZ", "compressed by xz", "pipe it in: xzcat FILE | losscalc ..."},
        {"\u001f\u008b", "compressed by gzip", "pipe it in: zcat FILE | losscalc ..."},
        {"\u00d0\u00cf\u0011\u00e0", "an old Excel or Word file", "save the sheet as CSV"},
        {"%PDF", "a PDF document", "export the table as CSV"},
        {"SQLite format", "an SQLite database", "export the table as CSV"},
        {"\u0089HDF", "an HDF5 file", "convert it to CSV first"},
        {"\u0093NUMPY", "a NumPy array file", "convert it to CSV first"},
        {"\u0080\u0002", "a Python pickle", "convert it to CSV first"},
        {"\u0080\u0004", "a Python pickle", "convert it to CSV first"},
    };

    private Decoder() {}

    /** The characters of a stream, without a byte order mark. */
    static Reader characters(InputStream bytes, Charset asked, String file) throws Problem, IOException {
        BufferedInputStream in = new BufferedInputStream(bytes, 1 << 16);
        in.mark(LOOK);
        byte[] first = in.readNBytes(LOOK);
        in.reset();
        Charset marked = mark(first);
        if (marked != null) {
            in.skipNBytes(marked == StandardCharsets.UTF_8 ? 3 : 2);
        } else if (asked == null) {
            refuseBinary(first, file);
        }
        Charset charset = marked != null ? marked : asked != null ? asked : StandardCharsets.UTF_8;
        return new InputStreamReader(in, charset);
    }

    private static Charset mark(byte[] b) {
        if (b.length >= 3 && b[0] == (byte) 0xef && b[1] == (byte) 0xbb && b[2] == (byte) 0xbf) {
            return StandardCharsets.UTF_8;
        }
        if (b.length >= 2 && b[0] == (byte) 0xff && b[1] == (byte) 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        if (b.length >= 2 && b[0] == (byte) 0xfe && b[1] == (byte) 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        return null;
    }

    private static void refuseBinary(byte[] b, String file) throws Problem {
        for (String[] sign : SIGNS) {
            if (beginsWith(b, sign[0])) {
                throw Problem.data(Where.file(file), "not a CSV file: it is " + sign[1], sign[2]);
            }
        }
        if (b.length >= 4 && b[0] != 0 && b[1] == 0 && b[2] != 0 && b[3] == 0) {
            throw Problem.data(
                    Where.file(file),
                    "not UTF-8: it looks like UTF-16 without a byte order mark",
                    "--encoding UTF-16LE");
        }
        if (b.length >= 4 && b[0] == 0 && b[1] != 0 && b[2] == 0 && b[3] != 0) {
            throw Problem.data(
                    Where.file(file),
                    "not UTF-8: it looks like UTF-16 without a byte order mark",
                    "--encoding UTF-16BE");
        }
    }

    private static boolean beginsWith(byte[] b, String sign) {
        if (b.length < sign.length()) {
            return false;
        }
        for (int i = 0; i < sign.length(); i++) {
            if ((b[i] & 0xff) != sign.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
