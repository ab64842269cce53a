package losscalc.num;

/** Numbers that can be computed to any number of bits, and so be rounded without doubt (Ziv's strategy). */
public interface Exactly {
    /** Enough for nearly all. */
    int FIRST_BITS = 160;

    /** The numbers, from exact arguments, with so many bits in each operation. */
    Ball[] at(int bits);

    /** Each of them rounded once, to nearest, ties to even; never -0. */
    static double[] rounded(Exactly numbers) {
        for (int bits = FIRST_BITS; ; bits *= 2) {
            try {
                Ball[] balls = numbers.at(bits);
                if (areDecided(balls)) {
                    return nearest(balls);
                }
                if (bits >= Ball.MOST_BITS) {
                    return nearest(withHalfOfTheirBits(balls));
                }
            } catch (Undecided signal) {
                // Again, with more bits.
                assert bits < Ball.MOST_BITS;
            }
        }
    }

    private static boolean areDecided(Ball[] balls) {
        for (Ball ball : balls) {
            if (!ball.isDecided()) {
                return false;
            }
        }
        return true;
    }

    /** What is still not told from the middle between two doubles after so many bits is the middle, and is exact then. */
    private static Ball[] withHalfOfTheirBits(Ball[] balls) {
        Ball[] shorter = new Ball[balls.length];
        for (int k = 0; k < balls.length; k++) {
            shorter[k] = balls[k].midpointWith(Ball.MOST_BITS / 2);
        }
        return shorter;
    }

    private static double[] nearest(Ball[] balls) {
        double[] nearest = new double[balls.length];
        for (int k = 0; k < balls.length; k++) {
            nearest[k] = balls[k].toDouble() + 0.0;
        }
        return nearest;
    }

    /** A comparison or a quotient that asks for more bits than there are. */
    final class Undecided extends RuntimeException {
        private static final long serialVersionUID = 1;
        static final Undecided SIGNAL = new Undecided();

        private Undecided() {
            super(null, null, false, false);
        }
    }
}
