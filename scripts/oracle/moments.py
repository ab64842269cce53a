#!/usr/bin/env python3
"""Writes src/test/resources/oracle/moments.csv: exact moments of small samples.

Everything is a Fraction until it is rounded once; square roots are rounded from
integers. Doubles stand in hexadecimal. Same output at every run.
"""
import math
import os
import random
from fractions import Fraction


def nearest(x):
    """The nearest double to a Fraction, infinite where it is too large."""
    try:
        return x.numerator / x.denominator
    except OverflowError:
        return math.inf if x > 0 else -math.inf


def root(x):
    """The nearest double to the square root of a Fraction."""
    if x < 0:
        return math.nan
    # 4^s scales the root to 200 bits; a last bit that is odd stands for all that is cut off.
    s = 200 + (x.denominator.bit_length() - x.numerator.bit_length()) // 2
    scaled = x * Fraction(4) ** s
    whole = math.isqrt(int(scaled))
    if Fraction(whole) ** 2 != scaled:
        whole = 2 * whole + 1
        s += 1
    return nearest(Fraction(whole) / Fraction(2) ** s)


def moments(values, weights):
    xs = [Fraction(v) for v in values]
    ws = [Fraction(w) for w in weights]
    n, total = sum(w > 0 for w in ws), sum(ws)
    sx = sum(w * x for w, x in zip(ws, xs))
    mean = sx / total
    bessel = Fraction(n, n - 1)
    variance = bessel * sum(w * (x - mean) ** 2 for w, x in zip(ws, xs)) / total
    error = bessel * sum((w * (x - mean)) ** 2 for w, x in zip(ws, xs)) / total**2
    return [nearest(sx), nearest(mean), root(mean), nearest(variance), root(variance), root(error)]


def samples(rnd):
    yield "tenths", [0.1] * 10
    yield "cancel", [1e308, 1.0, -1e308, 1e-308]
    yield "overflow", [1.7e308, 1.7e308, 1.6e308]
    yield "subnormal", [5e-324, 1e-323, 3e-320, 0.0]
    yield "far apart", [1e200, 1e-200, 1.0]
    yield "offset", [1e9 + k / 8 for k in range(7)]
    for k in range(8):
        yield f"gauss {k}", [rnd.gauss(0, 3) for _ in range(5 + k)]
        yield f"wide {k}", [math.ldexp(rnd.random() - 0.5, rnd.randint(-900, 900)) for _ in range(4 + k)]


def main():
    rnd = random.Random(20261123)
    here = os.path.dirname(os.path.abspath(__file__))
    path = os.path.join(here, "..", "..", "src", "test", "resources", "oracle", "moments.csv")
    with open(path, "w", newline="\n") as out:
        out.write("name,values,weights,sum,mean,root_mean,variance,standard_deviation,standard_error\n")
        for name, values in samples(rnd):
            some = [rnd.choice([0.0, 0.1, 1.0, 2.5, 1e-200, 3e100]) for _ in values]
            some[0] = 0.3
            for weights in ([1.0] * len(values), [0.1] * len(values), some):
                figures = [x.hex() if math.isfinite(x) else repr(x) for x in moments(values, weights)]
                cells = [" ".join(x.hex() for x in column) for column in (values, weights)]
                out.write(",".join([name, *cells, *figures]) + "\n")


main()
