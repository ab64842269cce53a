package losscalc.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Bytes to characters, and none is lost: a malformed byte becomes a lone low surrogate, U+DC00 plus the byte,
 * which no well-formed text holds. Where the latest of them stand is remembered.
 *
 * <p>{@link java.io.InputStreamReader} puts the same replacement character for all of them.
 */
final class CharacterReader extends Reader {
    /** How many malformed bytes are remembered: more than what a parser reads ahead, and a bound all the same. */
    private static final int LATEST = 1 << 14;

    private static final char LOW = '\udc00';

    private final InputStream in;
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 13).flip();
    private boolean ended;
    private boolean flushed;
    /** How many bytes are still to be handed out of a sequence that is malformed. */
    private int malformedLeft;
    /** The place in the file behind the last byte that has been read. */
    private long bytesRead;

    private long handedOut;

    private long malformed;
    private long[] characterPlaces;
    private long[] bytePlaces;

    /**
     * @param in the bytes
     * @param charset how they become characters
     * @param above how many bytes of the file stand above those of the stream
     */
    CharacterReader(InputStream in, Charset charset, long above) {
        this.in = in;
        this.charset = charset;
        bytesRead = above;
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The index of the first malformed byte in a text that came from here; -1 when there is none. */
    static int firstMalformed(CharSequence text) {
        return nextMalformed(text, 0);
    }

    /** How many malformed bytes a text holds. */
    private static int countMalformed(CharSequence text) {
        int count = 0;
        for (int i = nextMalformed(text, 0); i >= 0; i = nextMalformed(text, i + 1)) {
            count++;
        }
        return count;
    }

    private static int nextMalformed(CharSequence text, int from) {
        for (int i = from; i < text.length(); i++) {
            boolean lone = Character.isLowSurrogate(text.charAt(i))
                    && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
            if (lone) {
                return i;
            }
        }
        return -1;
    }

    /** Whether there was a malformed byte anywhere so far. */
    boolean hasMalformed() {
        return malformed > 0;
    }

    /**
     * What is wrong with a text that holds a malformed byte.
     *
     * @param place the place in the characters at which the record of the text begins
     * @param before what stands before the text in that record
     */
    String complaint(CharSequence text, long place, CharSequence before) {
        int b = text.charAt(firstMalformed(text)) & 0xff;
        long at = bytePlace(place, countMalformed(before));
        String hex = Integer.toHexString(b);
        return "malformed " + charset.name() + ": byte 0x" + (hex.length() < 2 ? "0" : "") + hex
                + (at < 0 ? "" : " at offset " + at);
    }

    /** The place in the file of a malformed byte: so many come between it and a place; -1 when it is forgotten. */
    private long bytePlace(long place, int between) {
        long first = Math.max(0, malformed - LATEST);
        if (first > 0 && characterPlaces[(int) (first % LATEST)] > place) {
            return -1;
        }
        for (long k = first; k + between < malformed; k++) {
            if (characterPlaces[(int) (k % LATEST)] >= place) {
                return bytePlaces[(int) ((k + between) % LATEST)];
            }
        }
        return -1;
    }

    /** What to do about malformed bytes. */
    String hint() {
        return charset.name().equals("UTF-8")
                ? "--encoding windows-1252, if the file is in that, or another encoding by its name"
                : "--encoding takes another encoding by its name";
    }

    @Override
    public int read(char[] buffer, int at, int n) throws IOException {
        // Sliced, so that its position counts what this call hands out.
        CharBuffer out = CharBuffer.wrap(buffer, at, n).slice();
        while (n > 0 && !flushed) {
            putMalformed(out);
            CoderResult result = decoder.decode(bytes, out, ended);
            if (result.isError()) {
                malformedLeft = result.length();
                putMalformed(out);
            } else if (result.isUnderflow() && ended) {
                flushed = decoder.flush(out).isUnderflow();
            }
            if (result.isOverflow() || malformedLeft > 0 || out.position() > 0 && result.isUnderflow()) {
                break;
            }
            if (result.isUnderflow() && !ended) {
                fill();
            }
        }
        int got = out.position();
        handedOut += got;
        return got > 0 || n == 0 ? got : -1;
    }

    private void putMalformed(CharBuffer out) {
        while (malformedLeft > 0 && out.hasRemaining()) {
            if (malformed == 0) {
                characterPlaces = new long[LATEST];
                bytePlaces = new long[LATEST];
            }
            int k = (int) (malformed++ % LATEST);
            characterPlaces[k] = handedOut + out.position();
            bytePlaces[k] = bytesRead - bytes.remaining();
            out.put((char) (LOW + (bytes.get() & 0xff)));
            malformedLeft--;
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int got = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = got < 0;
        if (got > 0) {
            bytesRead += got;
            bytes.position(bytes.position() + got);
        }
        bytes.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
