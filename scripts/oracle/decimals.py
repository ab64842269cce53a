#!/usr/bin/env python3
"""Writes src/test/resources/oracle/decimals.csv: losses under --arithmetic decimal, as they come out on paper.

    /usr/bin/python3 decimals.py                      the runs of the tests
    /usr/bin/python3 decimals.py --seed 7 --runs 500 --out FILE   other runs

A line is a run, as those of options.py. The formulas are those of reference/*.py, of exact fractions; what they give is rounded
once. The same bytes every time.
"""
import os
import random
from fractions import Fraction

from mpmath import mp

import losses
from options import asked, fine, rounded, write
from reference import draw, numbers
from reference.exact import nearest

OUT = os.path.join(losses.OUT, "decimals.csv")
RUNS = 100
ROWS = 5

#: The parameters of each, of which one is drawn; and what the targets are.
NUMBERS = {"mse": {}, "half-squared": {}, "mae": {}, "huber": {"delta": ("1", "0.1", "1.35", "0.007")}, "smooth-l1": {"beta": ("1", "0.3")}, "pinball": {"tau": ("0.5", "0.9", "0.05")},
           "expectile": {"tau": ("0.3", "0.99")}, "ape": {"floor": ("0.1", "2")}, "spe": {"floor": ("0.1", "2")}, "smape": {}, "error": {}, "pe": {}, "lp": {"p": ("1", "2", "3", "4", "5", "11")},
           "epsilon-insensitive": {"epsilon": ("0.1", "0.7")}, "squared-epsilon-insensitive": {"epsilon": ("0.1", "0.7")}, "tukey": {"c": ("4.685", "0.2")}, "within": {"tolerance": ("0.1", "0.7")}}
LABELS = {"brier": {}, "zero-one": {"threshold": ("0.5", "0.3")}, "cost": {"fp": ("1", "0.3"), "fn": ("5", "0.7")}}
SIGNS = {"hinge": {"margin": ("1", "0.3")}, "squared-hinge": {"margin": ("1", "0.3")}, "smoothed-hinge": {"gamma": ("1", "0.3")}, "modified-huber": {}, "perceptron": {}, "squared-margin": {},
         "sparsemax-binary": {}}
ALL = {**NUMBERS, **LABELS, **SIGNS}


def decimal(r, digits, low, high):
    """So many digits, the point somewhere."""
    return f"{draw.pick(r, ('', '-'))}{r.randrange(1, 10)}.{r.randrange(10 ** digits):0{digits}d}e{r.randrange(low, high)}" if digits else str(r.randrange(-9, 10))


def number(r):
    return draw.pick(r, [lambda: f"{r.uniform(-3, 3):.{r.randrange(4)}f}", lambda: decimal(r, r.randrange(6), -2, 2), lambda: decimal(r, r.randrange(30), -40, 20)])()


def beside(r, y, distance):
    """A number so far from y, to the last digit."""
    x = Fraction(y) + draw.sign(r) * Fraction(distance)
    scale = 60
    digits = x * 10 ** scale
    return f"{digits.numerator}e-{scale}" if digits.denominator == 1 else y


class Run:
    def __init__(self, r):
        self.name = draw.pick(r, tuple(ALL))
        self.loss = next(loss for family in losses.FAMILIES for loss in family.LOSSES if loss.name == self.name)
        self.params = {k: draw.pick(r, v) for k, v in ALL[self.name].items()}
        self.pairs = 1 + r.randrange(2) if self.name in NUMBERS else 1
        self.rows = [self.row(r) for _ in range(ROWS)]
        self.weights = [draw.pick(r, ("0", "1", "0.1", "2.50", decimal(r, 3, -9, 9).lstrip("-"))) for _ in self.rows] if r.random() < 0.5 else None
        self.reduction = draw.pick(r, ("mean", "mean", "sum", "root", "exp"))

    def row(self, r):
        pairs = [self.pair(r) for _ in range(self.pairs)]
        return [y for y, _ in pairs] + [f for _, f in pairs]

    def pair(self, r):
        if self.name in LABELS:
            return draw.pick(r, ("0", "1")), draw.pick(r, (f"0.{r.randrange(10 ** 6):06d}", "0", "1", "0.5", "0.3", f"{r.randrange(1, 10)}e-{r.randrange(1, 40)}"))
        y = draw.pick(r, ("-1", "1")) if self.name in SIGNS else number(r)
        if self.name in ("ape", "spe", "smape", "pe") and Fraction(y) == 0:
            y = "0.1"
        f = number(r)
        if r.random() < 0.3:
            f = beside(r, y, draw.pick(r, [*self.params.values(), "0.1"]))
        return y, "0.2" if self.name == "smape" and Fraction(f) == 0 else f

    def typed(self):
        n = range(self.pairs)
        words = ["-t", ",".join(f"t{k}" for k in n), "-p", ",".join(f"f{k}" for k in n), "--arithmetic", "decimal"]
        for name, v in self.params.items():
            words += ["--" + name, v]
        return words + (["--weight", "w"] if self.weights else []) + ["--reduction", self.reduction]

    def data(self):
        n = range(self.pairs)
        table = [[f"t{k}" for k in n] + [f"f{k}" for k in n]] + [list(row) for row in self.rows]
        for i, row in enumerate(table if self.weights else []):
            row.append(self.weights[i - 1] if i else "w")
        return table

    def answers(self):
        """For each row, the loss as a fraction, and all numbers rounded."""
        constants = {k: Fraction(v) for k, v in self.params.items()}
        for row in self.rows:
            jets = []
            for y, f in zip(row[: self.pairs], row[self.pairs :]):
                of = numbers.Jet(Fraction(f), 1)
                got = self.loss.formula(Fraction(y), *((of, 1 - of) if self.name in LABELS else (of,)), **constants)
                jets.append(got if isinstance(got, numbers.Jet) else numbers.Jet(got))
            loss = sum(jet.v for jet in jets) / self.pairs
            yield loss, [rounded(loss), *(rounded(jet.a / self.pairs) for jet in jets), *(rounded(jet.b / self.pairs) for jet in jets)]

    def value(self, exact):
        weights = [Fraction(w) for w in self.weights or ["1"] * len(exact)]
        total = sum(w * x for w, x in zip(weights, exact))
        if self.reduction == "sum":
            return rounded(total)
        mean = total / sum(weights)
        if self.reduction == "mean":
            return rounded(mean)
        if self.reduction == "root":
            return mp.nan if mean < 0 else nearest(mp.sqrt(fine(mean)))
        return nearest(mp.exp(fine(mean))) if abs(mean) < 10 ** 6 else mp.inf if mean > 0 else 0.0

    def line(self):
        exact, answers = zip(*self.answers())
        return self.name, self.typed(), self.data(), "|".join(losses.joined(row) for row in answers), losses.joined(self.value(exact))


def drawn(seed, runs):
    r = random.Random(f"decimals {seed}")
    while runs > 0:
        run = Run(r)
        if not run.weights or any(Fraction(w) for w in run.weights):
            yield run.line()
            runs -= 1


def main():
    words = asked(OUT, RUNS)
    numbers.Jet.number = Fraction
    write(words.out, drawn(words.seed, words.runs))


if __name__ == "__main__":
    main()
