package losscalc.input;

import static losscalc.input.CharacterReaderTest.bytes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Whatever is done to a gzip file, it is never taken for another one. */
class GunzipTest {
    private static final byte[] FIRST =
            "target,prediction\n1,2\n3,5\n".repeat(40).getBytes();
    private static final byte[] SECOND = "5,8\n13,21\n".getBytes();

    @Test
    void membersAreOneFile() throws IOException {
        assertArrayEquals(joined(FIRST, SECOND), unpacked(joined(packed(FIRST), packed(SECOND))));
        assertArrayEquals(new byte[0], unpacked(packed(new byte[0])));
    }

    @Test
    void largeFilesComeOutWhole() throws IOException {
        byte[] large = new byte[3_000_000];
        new Random(1).nextBytes(large);
        Arrays.fill(large, 1_000_000, 2_000_000, (byte) 'x');
        assertArrayEquals(large, unpacked(packed(large)));
    }

    @Test
    void whatIsNotGzipPassesUnchanged() throws IOException {
        for (String text : new String[] {"", "\u001f", "a,b\n1,2\n"}) {
            assertArrayEquals(text.getBytes(), unpacked(text.getBytes()));
        }
    }

    @Test
    void noCutIsTakenForTheEnd() throws IOException {
        byte[] first = packed(FIRST);
        byte[] both = joined(first, packed(SECOND));
        for (int n = 2; n < both.length; n++) {
            if (n != first.length) {
                byte[] cut = Arrays.copyOf(both, n);
                assertThrows(Gunzip.Broken.class, () -> unpacked(cut), () -> cut.length + " bytes");
            }
        }
    }

    @Test
    void noFlippedBitChangesWhatComesOut() throws IOException {
        byte[] whole = packed(FIRST);
        int seen = 0;
        for (int i = 2 * 8; i < whole.length * 8; i++) {
            byte[] flipped = whole.clone();
            flipped[i / 8] ^= (byte) (1 << i % 8);
            try {
                // The time, a flag that says "text", and the bits that fill up the last byte mean nothing.
                assertArrayEquals(FIRST, unpacked(flipped), "bit " + i);
            } catch (Gunzip.Broken e) {
                seen++;
            }
        }
        assertTrue(seen > (whole.length - 9) * 8, "seen: " + seen);
    }

    @Test
    void nothingMayStandBehindTheEnd() throws IOException {
        for (String junk : new String[] {"\0", "\n", "junk", "\u001f"}) {
            byte[] more = joined(packed(SECOND), junk.getBytes());
            assertThrows(Gunzip.Broken.class, () -> unpacked(more));
        }
    }

    @Test
    void allThatCameBeforeTheFaultIsHandedOut() throws IOException {
        byte[] whole = packed(FIRST);
        whole[whole.length - 1] ^= 1;
        try (InputStream in = Gunzip.unpacked(new BufferedInputStream(new ByteArrayInputStream(whole)))) {
            assertArrayEquals(FIRST, in.readNBytes(FIRST.length));
            assertThrows(Gunzip.Broken.class, in::read);
        }
    }

    /** A header with the optional parts that the flags name; the further bytes stand behind the first ten. */
    private static byte[] withHeader(int flags, byte[] further) throws IOException {
        byte[] plain = packed(SECOND);
        byte[] header = joined(Arrays.copyOf(plain, 10), further);
        header[3] = (byte) flags;
        return joined(header, Arrays.copyOfRange(plain, 10, plain.length));
    }

    @Test
    void theHeaderMayHaveFurtherParts() throws IOException {
        byte[] extra = joined(bytes(2, 1), new byte[258]);
        byte[] name = "a name\0".getBytes();
        byte[] comment = "a comment\0".getBytes();
        assertArrayEquals(SECOND, unpacked(withHeader(1, bytes())));
        assertArrayEquals(SECOND, unpacked(withHeader(4, extra)));
        assertArrayEquals(SECOND, unpacked(withHeader(8, name)));
        assertArrayEquals(SECOND, unpacked(withHeader(16, comment)));
        assertArrayEquals(SECOND, unpacked(withHeader(4 + 8 + 16, joined(extra, joined(name, comment)))));
        for (int flags = 32; flags < 256; flags *= 2) {
            broken("corrupt (unknown method or flags)", withHeader(flags, bytes()));
        }
        byte[] method = packed(SECOND);
        method[2] = 7;
        broken("corrupt (unknown method or flags)", method);
    }

    @Test
    void theHeaderMayHaveAChecksum() throws IOException {
        CRC32 check = new CRC32();
        check.update(withHeader(2 + 8, bytes('n', 0)), 0, 12);
        int sum = (int) check.getValue();
        byte[] whole = withHeader(2 + 8, bytes('n', 0, sum, sum >> 8));
        assertArrayEquals(SECOND, unpacked(whole));
        assertArrayEquals(joined(SECOND, SECOND), unpacked(joined(whole, whole)));
        String message = "corrupt (the checksum of its header is wrong)";
        broken(message, withHeader(2 + 8, bytes('n', 0, sum + 1, sum >> 8)));
        broken(message, withHeader(2 + 8, bytes('n', 0, sum, (sum >> 8) + 1)));
    }

    @Test
    void whatIsWrongIsSaid() throws IOException {
        byte[] whole = packed(SECOND);
        broken("cut off", Arrays.copyOf(whole, whole.length - 1));
        broken("cut off", Arrays.copyOf(whole, 12));
        broken("cut off", Arrays.copyOf(whole, 5));
        broken("followed by something that is not gzip", joined(whole, bytes('x')));
        broken("followed by something that is not gzip", joined(whole, bytes(0x1f, 0x8c, 8, 0)));
        for (int i = 1; i <= 8; i++) {
            byte[] other = whole.clone();
            other[whole.length - i] ^= (byte) 0x80;
            broken(i > 4 ? "corrupt (its checksum is wrong)" : "corrupt (its length is wrong)", other);
        }
        byte[] block = whole.clone();
        block[10] = 7;
        broken("corrupt (invalid block type)", block);
    }

    @Test
    void aBrokenHeaderIsMetAtOnce() throws IOException {
        BufferedInputStream cut = new BufferedInputStream(new ByteArrayInputStream(Arrays.copyOf(packed(SECOND), 5)));
        assertThrows(Gunzip.Broken.class, () -> Gunzip.unpacked(cut));
    }

    @Test
    void itClosesTheFile() throws IOException {
        boolean[] isClosed = {false};
        InputStream file = new ByteArrayInputStream(packed(SECOND)) {
            @Override
            public void close() {
                isClosed[0] = true;
            }
        };
        Gunzip.unpacked(new BufferedInputStream(file)).close();
        assertTrue(isClosed[0]);
    }

    private static void broken(String message, byte[] bytes) {
        Gunzip.Broken e = assertThrows(Gunzip.Broken.class, () -> unpacked(bytes));
        assertEquals(message, e.getMessage());
    }

    @Test
    void isGzip() {
        assertTrue(MagicNumber.isGzip(bytes(0x1f, 0x8b)));
        for (byte[] first : new byte[][] {bytes(), bytes(0x1f), bytes(0x1f, 0x8c), bytes(0x1e, 0x8b)}) {
            assertFalse(MagicNumber.isGzip(first));
        }
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] unpacked(byte[] bytes) throws IOException {
        try (InputStream in = Gunzip.unpacked(new BufferedInputStream(new ByteArrayInputStream(bytes)))) {
            return in.readAllBytes();
        }
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
