package losscalc.input;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import losscalc.problem.Problem;
import losscalc.problem.Where;

/**
 * From bytes to characters: unpacks gzip, takes byte order marks off, and names a file that is no text by
 * its first bytes.
 */
public final class Decoder {
    private static final int LOOK = 512;
    /** Where a tar archive says what it is. */
    private static final int TAR = 257;

    private static final String JSON = "convert it to CSV first: mlr --ijson --ocsv cat FILE | losscalc ...";

    /** First bytes, and what they are the sign of. */
    private static final String[][] SIGNS = {
        {"PK\u0003\u0004", "a zip archive (xlsx is one)", "save the sheet as CSV"},
        {"PAR1", "a Parquet file", "convert it to CSV first"},
        {"ARROW1", "an Arrow file", "convert it to CSV first"},
        {"\u0028\u00b5\u002f\u00fd", "compressed by zstd", "pipe it in: zstdcat FILE | losscalc ..."},
        {"BZh", "compressed by bzip2", "pipe it in: bzcat FILE | losscalc ..."},
        {"\u00fd7zXZ", "compressed by xz", "pipe it in: xzcat FILE | losscalc ..."},
        {"\u001f\u008b", "compressed by gzip twice", "pipe it in: zcat FILE | losscalc ..."},
        {"\u00d0\u00cf\u0011\u00e0", "an old Excel or Word file", "save the sheet as CSV"},
        {"%PDF", "a PDF document", "export the table as CSV"},
        {"SQLite format", "an SQLite database", "export the table as CSV"},
        {"\u0089HDF", "an HDF5 file", "convert it to CSV first"},
        {"\u0093NUMPY", "a NumPy array file", "convert it to CSV first"},
        {"\u0080\u0002", "a Python pickle", "convert it to CSV first"},
        {"\u0080\u0003", "a Python pickle", "convert it to CSV first"},
        {"\u0080\u0004", "a Python pickle", "convert it to CSV first"},
        {"\u0080\u0005", "a Python pickle", "convert it to CSV first"},
        {"FEA1", "a Feather file", "convert it to CSV first"},
        {"Obj\u0001", "an Avro file", "convert it to CSV first"},
        {"\u0004\"M\u0018", "compressed by lz4", "pipe it in: lz4cat FILE | losscalc ..."},
        {"{\"", "JSON", JSON},
        {"[{", "JSON", JSON},
        {"<!DOCTYPE", "a web page", "export the table as CSV"},
        {"<html", "a web page", "export the table as CSV"},
        {"<?xml", "XML", "export the table as CSV"},
    };

    private static final String[] TAR_SIGN = {
        "ustar", "a tar archive", "pipe one of its files in: tar -xOf FILE NAME | losscalc ..."
    };

    private static final String[] HOLE_SIGN = {"", "binary data, of no kind that is known", "convert it to CSV first"};

    private Decoder() {}

    /** The characters of a source, without a byte order mark. */
    static CharacterReader characters(Source source, Charset asked) throws Problem, IOException {
        BufferedInputStream bytes = new BufferedInputStream(source.open(), 1 << 16);
        BufferedInputStream in = source.isUnpacked() ? bytes : Gunzip.unpacked(bytes);
        byte[] first = peek(in);
        Charset marked = mark(first);
        int markSize = marked == null ? 0 : "\ufeff".getBytes(marked).length;
        if (marked != null) {
            in.skipNBytes(markSize);
        } else if (asked == null) {
            refuseBinary(first, source.name());
        }
        Charset charset = marked != null ? marked : asked != null ? asked : StandardCharsets.UTF_8;
        return new CharacterReader(in, charset, markSize);
    }

    private static byte[] peek(BufferedInputStream in) throws IOException {
        byte[] first = new byte[LOOK];
        int size = 0;
        in.mark(LOOK);
        try {
            int got = in.read(first);
            // A line is enough where more would have to be waited for.
            while (got > 0 && (in.available() > 0 || !hasLine(first, size + got))) {
                size += got;
                got = in.read(first, size, LOOK - size);
            }
            size += Math.max(0, got);
        } catch (Gunzip.Broken again) {
            // Whoever reads the rows will meet it again, and can say how many stand before it.
        }
        in.reset();
        return Arrays.copyOf(first, size);
    }

    private static boolean hasLine(byte[] bytes, int to) {
        for (int i = 0; i < to; i++) {
            if (bytes[i] == '\n') {
                return true;
            }
        }
        return false;
    }

    private static Charset mark(byte[] b) {
        if (b.length >= 3 && b[0] == (byte) 0xef && b[1] == (byte) 0xbb && b[2] == (byte) 0xbf) {
            return StandardCharsets.UTF_8;
        }
        if (b.length >= 4 && b[0] == (byte) 0xff && b[1] == (byte) 0xfe && b[2] == 0 && b[3] == 0) {
            return Charset.forName("UTF-32LE");
        }
        if (b.length >= 4 && b[0] == 0 && b[1] == 0 && b[2] == (byte) 0xfe && b[3] == (byte) 0xff) {
            return Charset.forName("UTF-32BE");
        }
        if (b.length >= 2 && b[0] == (byte) 0xff && b[1] == (byte) 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        if (b.length >= 2 && b[0] == (byte) 0xfe && b[1] == (byte) 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        return null;
    }

    /** Whether a file that begins so is known to be no text. */
    public static boolean isBinary(byte[] first) {
        return sign(first) != null;
    }

    private static String[] sign(byte[] first) {
        for (String[] sign : SIGNS) {
            if (beginsWith(first, sign[0])) {
                return sign;
            }
        }
        boolean tar = first.length > TAR && beginsWith(Arrays.copyOfRange(first, TAR, first.length), "ustar");
        return tar ? TAR_SIGN : hasHole(first) ? HOLE_SIGN : null;
    }

    /** Whether four zeros stand in a row, as in numbers of machines, and in no encoding of text. */
    private static boolean hasHole(byte[] bytes) {
        int zeros = 0;
        for (int i = 0; i < bytes.length && i < LOOK && zeros < 4; i++) {
            zeros = bytes[i] == 0 ? zeros + 1 : 0;
        }
        return zeros == 4;
    }

    private static void refuseBinary(byte[] b, String file) throws Problem {
        String[] sign = sign(b);
        if (sign != null) {
            throw Problem.data(Where.file(file), "not a CSV file: it is " + sign[1], sign[2]);
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
