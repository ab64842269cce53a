"""Rounding once, from any number of bits to a double; and writing it down."""
from fractions import Fraction
from mpmath import mp, mpf


def nearest(x):
    """The double nearest to the mpf x, ties to even, subnormal or infinite where it must be (float(x) rounds subnormals twice)."""
    x = mpf(x)
    with mp.workprec(mp.prec * 3 // 4):
        # What is as near as this to the middle between two doubles is the middle.
        x = +x
    if mp.isnan(x) or mp.isinf(x):
        return float(x)
    sign, man, exponent, bits = x._mpf_
    if man == 0:
        return 0.0
    if exponent + bits > 1030:
        return float("-inf" if sign else "inf")
    if exponent + bits < -1100:
        return 0.0
    f = Fraction(int(man)) * Fraction(2) ** exponent
    try:
        d = f.numerator / f.denominator
    except OverflowError:
        d = float("inf")
    return -d if sign and d else d


def text(x):
    """The shortest decimal of a double, as Java reads it."""
    if x in (float("inf"), float("-inf")):
        return "Infinity" if x > 0 else "-Infinity"
    return repr(int(x)) if x == int(x) and abs(x) < 1e15 else repr(x)
