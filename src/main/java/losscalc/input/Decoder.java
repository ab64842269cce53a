package losscalc.input;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import losscalc.problem.Problem;
import losscalc.problem.Where;

/** From bytes to characters: unpacks gzip, takes byte order marks off, and says what a file is that is no text. */
final class Decoder {
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
        byte[] first = new byte[MagicNumber.BYTES];
        int size = 0;
        in.mark(MagicNumber.BYTES);
        try {
            int got = in.read(first);
            // A line is enough where more would have to be waited for.
            while (got > 0 && (in.available() > 0 || !hasLine(first, size + got))) {
                size += got;
                got = in.read(first, size, MagicNumber.BYTES - size);
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

    private static void refuseBinary(byte[] b, String file) throws Problem {
        String[] sign = MagicNumber.of(b);
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
}
