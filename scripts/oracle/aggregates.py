#!/usr/bin/env python3
"""Writes src/test/resources/oracle/aggregates/: rows, and what losscalc must say of them whatever their order.

The losses are squared errors. In ordinary arithmetic a figure is that of the losses as they are printed, each rounded once;
in decimal arithmetic it is that of the losses on paper. Everything is a Fraction until it is rounded once. Needs nothing but
Python; the same bytes every time.
"""
import math
import os
import random
from fractions import Fraction

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "../../src/test/resources/oracle/aggregates")


def nearest(x):
    try:
        return x.numerator / x.denominator
    except OverflowError:
        return math.inf if x > 0 else -math.inf


def root(x):
    """The nearest double to the square root of a Fraction."""
    s = 200 + (x.denominator.bit_length() - x.numerator.bit_length()) // 2
    scaled = x * Fraction(4) ** s
    whole = math.isqrt(int(scaled))
    if Fraction(whole) ** 2 != scaled:
        whole = 2 * whole + 1
        s += 1
    return nearest(Fraction(whole) / Fraction(2) ** s)


def rows(name):
    """Target, prediction, weight and group, as texts."""
    r = random.Random(name)
    for _ in range(2000):
        if name == "paper":
            y, f = (f"{r.uniform(-20, 20):.{r.randrange(4)}f}" for _ in range(2))
        else:
            y, f = (repr((r.random() - 0.5) * 2.0 ** r.randrange(-300, 300)) for _ in range(2))
        yield y, f, f"{r.random() * 3:.2f}", "abc"[r.randrange(3)]


def figures(losses, weights):
    """Name and value of each figure."""
    n, total = sum(w > 0 for w in weights), sum(weights)
    weighted = sum(w * x for w, x in zip(weights, losses))
    mean = weighted / total
    bessel = Fraction(n, n - 1)
    yield "mean", nearest(mean)
    yield "sum", nearest(weighted)
    yield "std", root(bessel * sum(w * (x - mean) ** 2 for w, x in zip(weights, losses)) / total)
    yield "sem", root(bessel * sum((w * (x - mean)) ** 2 for w, x in zip(weights, losses)) / total**2)
    yield "root", root(mean)
    yield "min", nearest(min(losses))
    yield "max", nearest(max(losses))
    for q in ("0.5", "0.1", "0.999"):
        ordered = sorted(losses)
        place = (len(losses) - 1) * Fraction(q)
        k = int(place)
        above = ordered[min(k + 1, len(losses) - 1)]
        yield "q" + q, nearest(ordered[k] + (place - k) * (above - ordered[k]))


def main():
    os.makedirs(OUT, exist_ok=True)
    with open(os.path.join(OUT, "expected.csv"), "w", newline="\n") as out:
        out.write("data,arithmetic,weighted,figure,all;a;b;c\n")
        for name in ("paper", "wide"):
            table = list(rows(name))
            with open(os.path.join(OUT, name + ".csv"), "w", newline="\n") as data:
                data.write("y,f,w,g\n" + "".join(",".join(row) + "\n" for row in table))
            for arithmetic in ("double", "decimal") if name == "paper" else ("double",):
                for weighted in ("no", "yes"):
                    columns = {}
                    for group in ("all", "a", "b", "c"):
                        losses, weights = [], []
                        for y, f, w, g in table:
                            if group in ("all", g):
                                number = Fraction if arithmetic == "decimal" else lambda text: Fraction(float(text))
                                loss = (number(y) - number(f)) ** 2
                                losses.append(loss if arithmetic == "decimal" else Fraction(nearest(loss)))
                                weights.append(number(w) if weighted == "yes" else Fraction(1))
                        for figure, value in figures(losses, weights):
                            columns.setdefault(figure, []).append(repr(value))
                    for figure, values in columns.items():
                        # Ranks count rows: with weights the program refuses a quantile.
                        if weighted == "yes" and figure.startswith("q"):
                            continue
                        # In decimals the spread and the quantiles are those of the printed losses.
                        if arithmetic == "double" or figure in ("mean", "sum", "root", "min", "max"):
                            out.write(",".join([name, arithmetic, weighted, figure, ";".join(values)]) + "\n")


main()
