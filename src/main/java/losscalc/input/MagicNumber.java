package losscalc.input;

import java.util.Arrays;

/** What the first bytes of a file say that it is, where it is no text. */
public final class MagicNumber {
    /** So many bytes are looked at. */
    static final int BYTES = 512;

    /** Where a tar archive says what it is. */
    private static final int TAR = 257;

    private static final String JSON = "convert it to CSV first: mlr --ijson --ocsv cat FILE | losscalc ...";

    /** First bytes, and what they are the sign of. */
    private static final String[][] SIGNS = {
        {
            "PK\u0003\u0004",
            "a zip archive (xlsx is one)",
            "save the sheet as CSV; of a zipped CSV: unzip -p FILE | losscalc ..."
        },
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
        {"\u0093NUMPY", "a NumPy array file", "numpy.savetxt('data.csv', array, delimiter=','), and --no-header"},
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

    private MagicNumber() {}

    /** Whether a file that begins so is compressed by gzip. */
    public static boolean isGzip(byte[] first) {
        return first.length >= 2 && first[0] == (byte) 0x1f && first[1] == (byte) 0x8b;
    }

    /** Whether a file that begins so is known to be no text. */
    public static boolean isBinary(byte[] first) {
        return of(first) != null;
    }

    /** The bytes, what they are the sign of, and what to do then; null where they are the sign of nothing. */
    static String[] of(byte[] first) {
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
        for (int i = 0; i < bytes.length && i < BYTES && zeros < 4; i++) {
            zeros = bytes[i] == 0 ? zeros + 1 : 0;
        }
        return zeros == 4;
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
