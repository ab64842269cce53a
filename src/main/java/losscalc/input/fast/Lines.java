package losscalc.input.fast;

import java.nio.ByteBuffer;

/**
 * Reads lines of numbers into columns: the hot loop of the program.
 *
 * <p>Warning: written for speed. In this class and those beside it every method that reads gets the index of the first byte
 * of a field, and gives the index behind the field and its delimiter or line end, or {@link #ODD}: then the line is not one
 * of those that this lane takes, for whatever reason, and the readable lane reads from there on. Loops need no bound,
 * because the piece ends in a line end and there is room behind it for two words.
 */
final class Lines {
    static final int ODD = -1;

    /** The most decimals of a number that is read here. */
    private static final int MOST_PLACES = 8;

    /** How far the negative divisors lie behind the others. */
    private static final int NEGATIVE = 16;

    /** What to divide the digits of a number by, by how many of them are decimals; behind, the same for negative ones. */
    private static final double[] DIVISORS = new double[NEGATIVE + MOST_PLACES + 1];

    static {
        for (int places = 0; places <= MOST_PLACES; places++) {
            DIVISORS[places] = Swar.POWERS[places];
            DIVISORS[NEGATIVE + places] = -DIVISORS[places];
        }
    }

    private final Plan plan;
    private final byte[] bytes;
    private final ByteBuffer words;
    /** Null where all fields are wanted. */
    private final Fields fields;
    /** Null until a number is met that is read by it: most files have none. */
    private Numbers numbers;

    private int at;

    Lines(Plan plan, byte[] bytes, ByteBuffer words) {
        this.plan = plan;
        this.bytes = bytes;
        this.words = words;
        fields = plan.width() > plan.slots.length ? new Fields(plan.delimiter, bytes, words) : null;
    }

    /** Where the line begins behind the last one that was read. */
    int at() {
        return at;
    }

    /** Takes back what has been read from there on. */
    void backTo(int index) {
        at = index;
    }

    /**
     * Reads lines into row {@code first} and those below, and gives how many rows there are then. It stops at an odd line.
     *
     * <p>What is read here is a number of up to seven digits and eight decimals, or of eight digits: two words, and no branch
     * that depends on the digits, their number or the sign. All is one method, with the loop round it: the compiler keeps
     * in registers what stays the same, and inlines the method nowhere, so that it is compiled once.
     *
     * @param from where the first line begins
     * @param limit where the last line of the piece ends
     * @param most how many rows there may be
     */
    int read(double[][] into, int from, int limit, int first, int most) {
        byte[] text = bytes;
        ByteBuffer pairs = words;
        int[] gaps = plan.gaps;
        int rest = plan.after;
        int mark = plan.bareMark ^ '0';
        int last = rest == 0 ? into.length - 1 : into.length;
        int n = first;
        int i = from;
        at = from;
        while (i < limit && n < most) {
            for (int s = 0; s < into.length; s++) {
                if (gaps[s] > 0) {
                    i = fields.skip(i, gaps[s]);
                    if (i < 0) {
                        return n;
                    }
                }
                // The first byte is looked at by itself: a minus becomes a 0 in front; alone, it is no number.
                long low = Swar.digits(pairs.getLong(i));
                long high = Swar.digits(pairs.getLong(i + 8));
                long minus = (low & 0xff ^ '-' ^ '0') - 1 >> 63;
                long others = Swar.others(low) & ~0xff;
                // The top bit of the first byte that is no digit, the mark in general; its index is how many stand
                // before.
                int bit = Long.numberOfTrailingZeros(others);
                int end = bit >>> 3;
                int places = 0;
                long whole = low ^ minus & ('-' ^ '0');
                boolean odd = (whole & 0xff) > 9 || end + minus <= 0;
                long digits = Swar.value(whole << -(bit & ~7));
                if ((byte) (low >>> bit - 7) == mark) {
                    int start = end + 1;
                    long more = others & others - 1;
                    end = more != 0 ? Swar.first(more) : 8 + Swar.first(Swar.others(high));
                    places = end - start;
                    if (places > MOST_PLACES) {
                        odd = true;
                        places = 0;
                    }
                    // What follows the mark, so far up that nothing is left of what follows the number.
                    int shift = 32 - 4 * places;
                    long fraction = low >>> bit >>> 1 | high << ~bit;
                    digits = digits * Swar.POWERS[places] + Swar.value(fraction << shift << shift);
                }
                int next = odd ? ODD : behind(text, i + end, s == last ? '\n' : plan.delimiter);
                if (next >= 0) {
                    into[s][n] = digits / DIVISORS[places + (int) (minus & NEGATIVE)];
                    i = next;
                } else {
                    i = unusual(i, into[s], n, s == last);
                    if (i < 0) {
                        return n;
                    }
                }
            }
            if (rest > 0) {
                i = fields.rest(i, rest);
                if (i < 0) {
                    return n;
                }
            }
            at = i;
            n++;
        }
        return n;
    }

    /** The index behind the delimiter, or the line end, if that stands at i; or ODD. */
    static int behind(byte[] text, int i, int wanted) {
        if (text[i] == wanted) {
            return i + 1;
        }
        return wanted == '\n' && text[i] == '\r' && text[i + 1] == '\n' ? i + 2 : ODD;
    }

    private int unusual(int from, double[] into, int n, boolean last) {
        if (numbers == null) {
            numbers = new Numbers(plan, bytes, words);
        }
        return numbers.read(from, into, n, last);
    }
}
