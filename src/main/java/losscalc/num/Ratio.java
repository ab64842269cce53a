package losscalc.num;

import java.math.BigInteger;

/** The exact number {@code numerator / denominator * 2^exponent}; the denominator is positive. */
record Ratio(BigInteger numerator, BigInteger denominator, int exponent) {
    static Ratio of(ExactSum sum) {
        return new Ratio(sum.units(), BigInteger.ONE, sum.unit());
    }

    static Ratio of(long n) {
        return new Ratio(BigInteger.valueOf(n), BigInteger.ONE, 0);
    }

    static Ratio of(double x) {
        ExactSum sum = new ExactSum();
        sum.add(x);
        return of(sum);
    }

    Ratio times(Ratio o) {
        return new Ratio(numerator.multiply(o.numerator), denominator.multiply(o.denominator), exponent + o.exponent);
    }

    /** The quotient by a positive number. */
    Ratio over(Ratio o) {
        return new Ratio(numerator.multiply(o.denominator), denominator.multiply(o.numerator), exponent - o.exponent);
    }

    Ratio plus(Ratio o) {
        int lowest = Math.min(exponent, o.exponent);
        BigInteger left = numerator.shiftLeft(exponent - lowest).multiply(o.denominator);
        BigInteger right = o.numerator.shiftLeft(o.exponent - lowest).multiply(denominator);
        return new Ratio(left.add(right), denominator.multiply(o.denominator), lowest);
    }

    Ratio minus(Ratio o) {
        return plus(new Ratio(o.numerator.negate(), o.denominator, o.exponent));
    }

    double toDouble() {
        return Rounding.quotient(numerator, denominator, exponent);
    }

    /** The square root, rounded once; NaN of a negative number. */
    double root() {
        return numerator.signum() < 0 ? Double.NaN : Rounding.root(numerator, denominator, exponent);
    }
}
