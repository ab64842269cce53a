import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import losscalc.input.Gunzip;
import losscalc.input.MagicNumber;

/** Gzip: what was packed comes out, and of what is broken never a number. */
public final class Packed {
    private Packed() {}

    public static void fuzzerTestOneInput(FuzzedDataProvider data) throws IOException {
        int flaws = data.consumeInt(0, 3);
        if (data.consumeBoolean()) {
            anyBytes(data.consumeRemainingAsBytes());
            return;
        }
        int level = data.consumeInt(-1, 9);
        int[] places = {data.consumeInt(), data.consumeInt(), data.consumeInt()};
        int[] kinds = {data.consumeInt(0, 2), data.consumeInt(0, 2), data.consumeInt(0, 2)};
        byte[] flips = {data.consumeByte(), data.consumeByte(), data.consumeByte()};
        boolean isTable = data.consumeBoolean();
        int cut = data.consumeInt(0, 1000);
        byte[] text = isTable
                ? table(data.consumeRemainingAsBytes())
                : data.consumeRemainingAsBytes();
        int seam = Math.min(cut, text.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pack(Arrays.copyOf(text, seam), level, out);
        if (seam < text.length) {
            pack(Arrays.copyOfRange(text, seam, text.length), level, out);
        }
        byte[] packed = out.toByteArray();
        for (int i = 0; i < flaws && packed.length > 0; i++) {
            packed = spoiled(packed, Math.floorMod(places[i], Math.max(1, packed.length)), kinds[i], flips[i]);
        }
        byte[] ours = ours(packed);
        if (flaws == 0 || ours != null && MagicNumber.isGzip(packed)) {
            boolean same = Arrays.equals(text, ours) || isCutAtSeam(text, seam, ours);
            require(same, "another text", packed);
        }
        if (isTable && MagicNumber.isGzip(packed)) {
            Run run = Run.by("readable", packed, "mse", "-q");
            Run quick = Run.by("", packed, "mse", "-q");
            quick.require(quick.equals(run), "lanes\n" + run);
            // Where the header is spoiled, too, that is met first, and said at once: a pipe may never end.
            boolean isRefused = quick.code() == 4 || ours == null && quick.code() == 3;
            quick.require((ours == null) == isRefused, "a number of a broken file, or none of a whole one");
            quick.require(ours != null || quick.out().isEmpty(), "a number of a broken file");
        }
    }

    /** A file that ends where a member ends is whole, as far as anybody can know. */
    private static boolean isCutAtSeam(byte[] text, int seam, byte[] ours) {
        return Arrays.equals(ours, Arrays.copyOf(text, seam))
                || Arrays.equals(ours, Arrays.copyOfRange(text, seam, text.length));
    }

    /** Java takes more for whole than we do; what we take, it must take too, and for the same. */
    private static void anyBytes(byte[] bytes) {
        byte[] ours = ours(bytes);
        if (ours == null || !MagicNumber.isGzip(bytes)) {
            require(ours == null || Arrays.equals(ours, bytes), "not gzip, and changed", bytes);
            return;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            require(Arrays.equals(ours, in.readAllBytes()), "not as java.util.zip", bytes);
        } catch (IOException e) {
            throw new AssertionError("java.util.zip takes it for broken: " + Arrays.toString(bytes), e);
        }
    }

    private static byte[] ours(byte[] packed) {
        try (BufferedInputStream in = Gunzip.unpacked(new BufferedInputStream(new ByteArrayInputStream(packed)))) {
            return in.readAllBytes();
        } catch (IOException e) {
            return null;
        }
    }

    private static byte[] table(byte[] seed) {
        StringBuilder text = new StringBuilder("y,p\n");
        for (byte b : seed) {
            text.append(b).append(',').append(b * 3).append('\n');
        }
        return text.append("1,2\n").toString().getBytes();
    }

    private static byte[] spoiled(byte[] bytes, int at, int kind, byte flip) {
        switch (kind) {
            case 0:
                bytes[Math.min(at, bytes.length - 1)] ^= flip;
                return bytes;
            case 1:
                return Arrays.copyOf(bytes, at);
            default:
                byte[] more = Arrays.copyOf(bytes, bytes.length + 1);
                System.arraycopy(bytes, at, more, at + 1, bytes.length - at);
                more[at] = flip;
                return more;
        }
    }

    private static void pack(byte[] text, int level, ByteArrayOutputStream out) throws IOException {
        try (GZIPOutputStream gzip = new GZIPOutputStream(out) {
            {
                def.setLevel(level < 0 ? Deflater.DEFAULT_COMPRESSION : level);
            }
        }) {
            gzip.write(text);
        }
    }

    private static void require(boolean condition, String what, byte[] bytes) {
        if (!condition) {
            throw new AssertionError(what + ": " + Arrays.toString(bytes));
        }
    }
}
