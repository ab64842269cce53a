#!/usr/bin/env python3
"""Writes src/test/resources/oracle/figures.csv: what all rows of a file come to, under the options that change it.

    /usr/bin/python3 figures.py                      the runs of the tests
    /usr/bin/python3 figures.py --seed 7 --runs 500 --out FILE   other runs

A line is the loss, the options as they are typed, the data as in options.csv, and each figure with its value, between blanks.
A figure is that of the losses printed, each rounded once; all are exact fractions until they are rounded. The same bytes every time.
"""
import os
import random
from fractions import Fraction

from mpmath import mp

import losses
from options import asked, data_of, fine, rounded, write
from reference import draw
from reference.exact import nearest, text

OUT = os.path.join(losses.OUT, "figures.csv")
RUNS = 100


def root(x):
    return nearest(mp.sqrt(fine(x)))


class Run:
    """Squared errors, or those of labels that weigh something."""

    def __init__(self, r):
        self.name = draw.pick(r, ("mse", "mae", "brier"))
        n = draw.pick(r, (1, 2, 3, 7, 40))
        size = draw.pick(r, (lambda: draw.decimal(r, -10, 10), lambda: draw.bell(r), lambda: draw.sign(r) * draw.log_uniform(r, -300, 300), lambda: 1e8 + draw.bell(r)))
        self.rows = [([float(r.randrange(2))], [draw.unit(r, "hard")]) if self.name == "brier" else ([size()], [size()]) for _ in range(n)]
        weight = draw.pick(r, (lambda: float(r.randrange(3)), r.random, lambda: draw.log_uniform(r, -60, 60)))
        self.weights = [weight() for _ in self.rows] if r.random() < 0.6 else None
        self.of_labels = [draw.pick(r, (0.3, 2.0, r.random(), 0.0)), draw.pick(r, (1.7, 0.1, 5.0))] if self.name == "brier" and r.random() < 0.6 else None
        self.over = draw.pick(r, (None, None, "rows", "weights"))
        self.reduction = draw.pick(r, ("mean", "root", "exp"))
        self.factor = draw.pick(r, (None, "half", "percent"))

    def typed(self):
        words = ["-t", "t", "-p", "f", "--reduction", self.reduction]
        words += ["--weight", "w"] if self.weights else []
        words += ["--class-weight", ",".join(f"{k}={text(w)}" for k, w in enumerate(self.of_labels))] if self.of_labels else []
        words += ["--mean-over", self.over] if self.over else []
        return words + (["--" + self.factor] if self.factor else [])

    def losses(self):
        for (y,), (f,) in self.rows:
            r = Fraction(y) - Fraction(f)
            loss = abs(r) if self.name == "mae" else r * r
            if self.of_labels:
                loss *= Fraction(self.of_labels[int(y)])
            percent = 100 ** 2 if self.reduction == "root" else 100
            yield Fraction(rounded(loss * {None: 1, "half": Fraction(1, 2), "percent": percent}[self.factor]))

    def figures(self):
        found = list(self.losses())
        weights = [Fraction(w) for w in self.weights or [1] * len(found)]
        total = sum(w * x for w, x in zip(weights, found))
        over = [w * Fraction(self.of_labels[int(y)]) if self.of_labels else w for w, ((y,), _) in zip(weights, self.rows)]
        whole = Fraction(len(found)) if self.over == "rows" else sum(over)
        mean = total / whole
        yield "mean", rounded(mean)
        yield "sum", rounded(total)
        yield "min", rounded(min(found))
        yield "max", rounded(max(found))
        if self.reduction == "root":
            yield "root", root(mean)
        if self.reduction == "exp" and mean < 10 ** 6:
            yield "exp", nearest(mp.exp(fine(mean)))
        n = sum(w > 0 for w in weights)
        if not self.over and not self.of_labels and n > 1:
            bessel = Fraction(n, n - 1)
            yield "std", root(bessel * sum(w * (x - mean) ** 2 for w, x in zip(weights, found)) / whole)
            yield "sem", root(bessel * sum((w * (x - mean)) ** 2 for w, x in zip(weights, found)) / whole ** 2)

    def is_defined(self):
        counted = [w * (self.of_labels[int(y)] if self.of_labels else 1) for w, ((y,), _) in zip(self.weights or [1] * len(self.rows), self.rows)]
        return any(counted)

    def line(self):
        return self.name, self.typed(), data_of(["t", "f"], self.rows, self.weights), "", " ".join(f"{k}={text(v)}" for k, v in self.figures())


def drawn(seed, runs):
    r = random.Random(f"figures {seed}")
    while runs > 0:
        run = Run(r)
        if run.is_defined():
            yield run.line()
            runs -= 1


def main():
    words = asked(OUT, RUNS)
    write(words.out, drawn(words.seed, words.runs))


if __name__ == "__main__":
    main()
