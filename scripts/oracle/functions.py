#!/usr/bin/env python3
"""Writes src/test/resources/oracle/num/*.csv: functions of one or two numbers, to far more than 60 digits.

A row: the arguments (each as high and low part, the low part 0 for a plain double), then the value rounded to a double
and the rounded rest. The same bytes every time: seeded, and every value is rounded here from integers.
"""
import os
import random
from fractions import Fraction
from mpmath import mp, mpf

mp.prec = 500
HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "../../src/test/resources/oracle/num")
MAX = 1.7976931348623157e308


def fraction(x):
    sign, man, exp, _ = mpf(x)._mpf_
    return (-1) ** sign * Fraction(int(man)) * Fraction(2) ** exp


def nearest(x):
    """The double nearest to the mpf x (float(x) rounds subnormals twice)."""
    if mp.isinf(x):
        return float(x)
    try:
        f = fraction(x)
        return f.numerator / f.denominator
    except OverflowError:
        return float("inf") if x > 0 else float("-inf")


class Args:
    """A seeded source of arguments of many kinds."""

    def __init__(self, name):
        self.r = random.Random(name)

    def uniform(self, n, a, b):
        return [self.r.uniform(a, b) for _ in range(n)]

    def decimals(self, n, a, b):
        return [round(self.r.uniform(a, b), self.r.randint(0, 4)) for _ in range(n)]

    def log_uniform(self, n, a, b):
        """2^a to 2^b."""
        return [nearest(mpf(2) ** mpf(self.r.uniform(a, b))) for _ in range(n)]

    def signed(self, xs):
        return [x if self.r.random() < 0.5 else -x for x in xs]

    def near(self, n, c):
        return [nearest(mpf(c) + d) for d in self.signed(self.log_uniform(n, -52, -4))]

    def subnormal(self, n):
        return [self.r.randint(1, 1 << self.r.randint(1, 52)) * 5e-324 for _ in range(n)]

    def with_low(self, xs):
        """The same with a low part of up to half an ulp."""
        out = []
        for x in xs:
            low = self.r.uniform(-1, 1) * abs(x) * 2.0 ** -54 if abs(x) > 1e-280 else 0.0
            out.append((x, low))
        return out


def hard(name):
    with open(os.path.join(HERE, "hard.txt")) as f:
        rows = (line.split() for line in f if not line.startswith("#"))
        return [float.fromhex(value) for function, value in rows if function == name]


def text(d):
    if d in (float("inf"), float("-inf")):
        return "Infinity" if d > 0 else "-Infinity"
    return repr(int(d)) if d == int(d) and abs(d) < 1e6 and not (d == 0 and str(d)[0] == "-") else repr(d)


def write(name, f, rows):
    """rows: tuples of arguments, each a double or a pair."""
    lines = ["arguments as hi and lo, ..., value as hi and lo"]
    seen = set()
    for row in rows:
        parts = [a if isinstance(a, tuple) else (a, 0.0) for a in (row if isinstance(row, list) else [row])]
        value = f(*(mpf(hi) + mpf(lo) for hi, lo in parts))
        hi = nearest(value)
        lo = 0.0 if hi in (float("inf"), float("-inf")) else nearest(value - mpf(hi))
        line = ",".join(text(d) for part in parts for d in part) + "," + text(hi) + "," + text(lo)
        if line not in seen:
            seen.add(line)
            lines.append(line)
    with open(os.path.join(OUT, name + ".csv"), "w", newline="\n") as out:
        out.write("\n".join(lines) + "\n")
    print(name, len(lines) - 1)


def unary(name, f, rows_of):
    """Every argument as a double, and a third of them once more with a low part."""
    args = Args(name)
    xs = [x + 0.0 for x in rows_of(args) + hard(name)]
    write(name, f, xs + args.with_low(args.r.sample(xs, len(xs) // 3)))


def powers(a, b, step=1):
    return [2.0 ** n for n in range(a, b, step)]


def binary(name, f, pairs):
    write(name, f, [list(p) for p in pairs])


def bd0(x, m):
    with mp.workprec(2600):
        return +((x * mp.log(x / m) if x else mpf(0)) + m - x)


def log1p(x):
    with mp.workprec(2200):
        return mp.log(1 + x)


def expm1(x):
    with mp.workprec(2200):
        return mp.exp(x) - 1


def softplus(x):
    return x + log1p(mp.exp(-x)) if x > 0 else log1p(mp.exp(x))


def small(f, bits=3400):
    """f with so many bits that it may cancel."""
    def g(*x):
        with mp.workprec(bits):
            return +f(*x)
    return g


def elementary():
    unary("log", mp.log, lambda a: a.uniform(300, 0, 3) + a.decimals(150, 0.01, 100) + a.log_uniform(400, -1022, 1024) + a.near(300, 1)
          + a.subnormal(60) + powers(-1074, 1024, 71) + [1.0, MAX, 5e-324, 2.2250738585072014e-308, 0.6875, 1.375, 1 - 2.0 ** -53, 1 + 2.0 ** -52])
    unary("log1p", log1p, lambda a: a.uniform(200, -1, 1) + [-x for x in a.decimals(150, 0, 1) if x < 1] + a.signed(a.log_uniform(300, -120, 0)) + a.log_uniform(150, -1000, 1024)
          + [-x for x in a.log_uniform(50, -1000, 0)] + [-1 + x for x in a.log_uniform(60, -53, -2)] + a.subnormal(20)
          + a.signed(powers(-60, 0)) + [MAX, -1 + 2.0 ** -53, 2.0 ** -1022])
    unary("exp", mp.exp, lambda a: a.uniform(300, -4, 4) + a.decimals(150, -20, 20) + a.uniform(250, -708, 709.7) + a.uniform(120, -745.1, -708) + a.signed(a.log_uniform(250, -70, 4))
          + [0.0, 709.782712893384, -745.1332191019411, -708.3964185322641, -708.3964185322642, -744.4400719213812, 2.0 ** -53, -2.0 ** -54, 2.0 ** -60])
    unary("expm1", expm1, lambda a: a.uniform(300, -2, 2) + a.decimals(150, -20, 20) + a.uniform(150, -708, 709.7) + a.signed(a.log_uniform(300, -120, 4)) + a.signed(a.log_uniform(60, -1000, -1))
          + a.subnormal(20) + a.signed(powers(-60, 3)) + [709.782712893384, -745.0])
    unary("softplus", softplus, lambda a: a.uniform(300, -4, 4) + a.decimals(150, -20, 20) + a.uniform(200, -40, 40) + a.uniform(150, -708, 709) + a.uniform(60, -745, -708)
          + a.signed(a.log_uniform(200, -70, 10)) + [0.0, 1e300, MAX, 1e-300])
    unary("logistic", lambda x: 1 / (1 + mp.exp(-x)), lambda a: a.uniform(300, -4, 4) + a.decimals(150, -20, 20) + a.uniform(200, -40, 40) + a.uniform(150, -708, 709)
          + a.uniform(60, -745, -708) + a.signed(a.log_uniform(200, -70, 10)) + [0.0])
    unary("tanh", small(mp.tanh), lambda a: a.uniform(200, -3, 3) + a.uniform(100, -710, 710) + a.signed(a.log_uniform(150, -60, 9)) + [0.0, 710.0, -710.4])
    unary("logCosh", small(lambda x: mp.log(mp.cosh(x))), lambda a: a.uniform(200, -3, 3) + a.uniform(100, -0.5, 0.5) + a.signed(a.log_uniform(200, -400, 10)) + [0.35, 0.34999999999, 710.0])
    unary("log1pMinus", small(lambda x: mp.log(1 + x) - x), lambda a: a.uniform(200, -1, 1) + a.uniform(150, -0.08, 0.08) + a.signed(a.log_uniform(200, -400, -1)) + a.log_uniform(60, 0, 1000)
          + [0.0, 0.0625, -0.0625, 0.5, -0.5])
    a = Args("pow")
    binary("pow", lambda x, y: mp.exp(y * mp.log(x)), list(zip(a.uniform(200, 0, 3), a.uniform(200, -4, 4))) + list(zip(a.log_uniform(200, -60, 60), a.uniform(200, -14, 14)))
           + list(zip(a.near(100, 1), a.signed(a.log_uniform(100, -3, 6)))) + list(zip(a.decimals(100, 0.1, 9), [0.5, 2.0, 3.0, -1.0, 1.5] * 20)))
    for name, f in (("bd0", bd0), ("logMinusLog", small(lambda x, m: mp.log(x / m)))):
        a = Args(name)
        x = a.uniform(200, 0, 10) + a.decimals(100, 1, 50) + a.log_uniform(100, -1000, 1000) + a.log_uniform(100, -20, 20)
        pairs = list(zip(x, a.r.sample(x, len(x))))
        pairs += [(v, nearest(mpf(v) * (1 + mpf(d)))) for v, d in zip(a.log_uniform(300, -300, 300), a.signed(a.log_uniform(300, -52, -1)))]
        pairs += [(1e-300, 1e300), (1e300, 1e-300), (5e-324, 1e308), (2.0, 1.9999999999999998), (1.0, 0.9999999999999999), (0.3, 0.1), (1.0, 1.5), (1.0, 0.5)]
        binary(name, f, pairs)



def distributions():
    unary("expm1Minus", small(lambda x: mp.exp(x) - 1 - x), lambda a: a.uniform(200, -2, 2) + a.signed(a.log_uniform(200, -400, -1)) + a.uniform(60, -700, 700) + [0.0, 0.25, -0.25])
    unary("logGamma", small(mp.loggamma, 900), lambda a: a.uniform(200, 0, 5) + a.uniform(100, 5, 60) + a.log_uniform(100, -300, 900) + [float(n) for n in range(1, 60)] + [n + 0.5 for n in range(12)])
    unary("normalPdf", small(mp.npdf, 900), lambda a: a.uniform(200, -4, 4) + a.uniform(100, -36, 36) + a.signed(a.log_uniform(50, -60, 1)) + [0.0])
    unary("normalCdf", small(mp.ncdf, 900), lambda a: a.uniform(200, -4, 4) + a.uniform(200, -36, 8) + a.near(40, 2.5) + a.near(40, -2.5) + a.signed(a.log_uniform(50, -60, 1)) + [0.0])
    for name, f in (("sin2Pi", lambda x: mp.sinpi(2 * x)), ("cos2Pi", lambda x: mp.cospi(2 * x))):
        unary(name, small(f), lambda a: a.uniform(200, -2, 2) + a.log_uniform(100, -60, 60) + a.near(60, 0.25) + a.near(60, 0.5) + [n / 8 for n in range(-9, 10)])



def vectors():
    a = Args("pairs")
    x = a.uniform(100, 0, 1) + a.log_uniform(100, -300, 300)
    m = [nearest(mpf(v) * (1 + mpf(d))) for v, d in zip(x, a.signed(a.log_uniform(200, -52, -0.01)))]
    binary("bd0OfPairs", bd0, list(zip(a.with_low(x), a.with_low(m))) + list(zip(a.with_low(x), a.with_low(a.r.sample(x, 200)))))



def differences():
    """What cancels: pairs that are nearly the same, and others."""
    unary("normalMiddle", small(lambda x: mp.erf(x / mp.sqrt(2))), lambda a: a.uniform(150, -4, 4) + a.uniform(50, -36, 36) + a.signed(a.log_uniform(60, -300, 1)) + a.near(20, 2.5) + [0.0])
    unary("stirlingError", small(lambda x: mp.loggamma(x) - (x - mpf(1) / 2) * mp.log(x) + x - mp.log(2 * mp.pi) / 2, 900),
          lambda a: a.uniform(60, 0, 5) + a.uniform(60, 5, 60) + a.log_uniform(40, -30, 40) + a.near(20, 24))
    for name, f, inverse in (("expMinus", lambda x, y: mp.exp(x) - y, mp.exp), ("logMinus", lambda x, y: mp.log(x) - y, mp.log)):
        a = Args(name)
        x = a.uniform(60, 0.01, 5) + a.log_uniform(60, -40, 9) + a.near(30, 1)
        pairs = [(v, nearest(inverse(mpf(v)) * (1 + d * mpf(2) ** -52))) for v in x for d in (0, 3)]
        pairs += [(v, nearest(inverse(mpf(v)) * (1 + mpf(d)))) for v, d in zip(x, a.signed(a.log_uniform(150, -40, 2)))]
        pairs += [(v, 1.0) for v in a.log_uniform(20, -60, 3)]
        binary(name, small(f), pairs)
    a = Args("logRatio")
    x = a.uniform(100, 0, 9) + a.log_uniform(60, -60, 60)
    m = [nearest(mpf(v) * (1 + mpf(d))) for v, d in zip(x, a.signed(a.log_uniform(160, -52, -0.01)))]
    binary("logRatio", small(lambda x, m: mp.log(x / m)), list(zip(a.with_low(x), a.with_low(m))) + list(zip(a.with_low(x), a.with_low(a.r.sample(x, 160)))))


os.makedirs(OUT, exist_ok=True)
elementary()
distributions()
vectors()
differences()
