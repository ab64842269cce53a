#!/usr/bin/env python3
"""Writes LogTable.java and ExpTable.java, the tables behind log and exp, from 300-bit arithmetic.

The single constants of the other sources are printed, to be compared.
"""
import os
import struct
from mpmath import mp, mpf, log, floor

mp.prec = 300
NUM = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../src/main/java/losscalc/num")


def split(x):
    """x as the unevaluated sum of two doubles."""
    hi = float(x)
    return hi, float(x - mpf(hi))


def literal(d):
    """d as Java writes it exactly, in as few characters as possible."""
    if d == int(d) and abs(d) < 1e6:
        return repr(d)
    mantissa, exponent = d.hex().split("p")
    return mantissa.rstrip("0").rstrip(".") + "p" + str(int(exponent))


def table(name, doc, rows):
    with open(os.path.join(NUM, name + ".java"), "w", newline="\n") as f:
        f.write("package losscalc.num;\n\n")
        f.write("/**\n" + "".join((" * " + line).rstrip() + "\n" for line in doc) + " */\n")
        f.write("final class %s {\n    private %s() {}\n\n" % (name, name))
        f.write("    static final double[] ROWS = {\n")
        for row in rows:
            f.write("        " + ", ".join(map(literal, row)) + ",\n")
        f.write("    };\n}\n")


def bits(d):
    return struct.unpack("<q", struct.pack("<d", d))[0]


def double(b):
    return struct.unpack("<d", struct.pack("<q", b))[0]


def log_rows():
    """One row for each 1/128 of a binade from 11/16 on: c, close to 1/z and 8 bits short, and -log(c)."""
    worst = 0
    for i in range(128):
        middle = bits(0.6875) + (i << 45)
        low, high = double(middle - (1 << 44)), double(middle + (1 << 44))
        grid = 128 if i < 80 else 256
        centre = grid * 2 / (mpf(low) + high)
        reach = lambda c: max(abs(mpf(c) * low - 1), abs(mpf(c) * high - 1))
        c = min((int(floor(centre)) + step for step in (0, 1)), key=lambda n: reach(mpf(n) / grid)) / grid
        c = 1.0 if i == 80 else c
        worst = max(worst, reach(c))
        yield (c,) + split(-log(mpf(c)))
    print("log: |c z - 1| <= %.6f = 2^%.2f" % (worst, log(worst, 2)))


table("LogTable", [
    "For each of 128 values z from 11/16 to 11/8: a factor c close to 1/z, of eight bits, and -log(c) in two parts,",
    "so that |c z - 1| &lt; 1/128 for all z up to the middle between neighbours.",
    "Written by scripts/oracle/tables.py."], log_rows())
table("ExpTable", [
    "For i from -63 to 64: 2<sup>i/128</sup> rounded, and 2<sup>i/128</sup> - 1 in two parts.",
    "Written by scripts/oracle/tables.py."],
    ((1 + split(mpf(2) ** (mpf(i) / 128) - 1)[0],) + split(mpf(2) ** (mpf(i) / 128) - 1) for i in range(-63, 65)))

ln2 = log(mpf(2))
print("LN2", *map(literal, split(ln2)))
rest = ln2 / 128
parts = []
for width in (34, 34):
    scale = mpf(2) ** (width - 1 - int(floor(log(rest, 2))))
    part = floor(rest * scale) / scale
    parts.append(float(part))
    rest -= part
print("LN2/128", *map(literal, parts + [float(rest)]))
hi = floor(ln2 * mpf(2) ** 42) / mpf(2) ** 42
mid = mp.nint((ln2 - hi) * mpf(2) ** 85) / mpf(2) ** 85
print("LN2 in three", literal(float(hi)), literal(float(mid)), literal(float(ln2 - hi - mid)), "middle and last", literal(float(ln2 - hi)))
for n in (3, 5, 7, 9, 11, 13, 6, 24, 120, 720):
    print("1/%d" % n, *map(literal, split(mpf(1) / n)))
for name, v in (("PI", mp.pi), ("LOG_2PI", log(2 * mp.pi)), ("E", mp.e), ('SQRT_HALF', mp.sqrt(0.5)), ('EULER', mp.euler)):
    print(name, *map(literal, split(v)))
