#!/usr/bin/env python3
"""Writes src/test/resources/oracle/sets.csv: losses of a set of rows, weighted and under options.

    /usr/bin/python3 sets.py                      the sets of the tests
    /usr/bin/python3 sets.py --seed 7 --runs 500 --out FILE   other sets

A line is a run, as those of options.py: the loss, the options as they are typed, the data, no answers of single rows, and the
value, computed with thousands of bits and rounded once; empty where it is not defined. The formulas are textbook sums, each
term times the weight of its row; predictions become probabilities as in reference/entry.py. The same bytes every time.
"""
import os
import random

from mpmath import mp, mpf

import losses
from options import asked, data_of, write
from reference import draw
from reference.exact import nearest, text
from reference.numbers import exp, log, sqrt

OUT = os.path.join(losses.OUT, "sets.csv")
RUNS = 120


def total(rows, term):
    """The sum of a term of each row, times its weight."""
    return sum((w * term(*row) for w, *row in rows), mpf(0))


def quotient(a, b):
    return a / b if b != 0 else mp.nan if a == 0 or mp.isnan(a) else mp.inf * mp.sign(a)


def mean(rows, term):
    return total(rows, term) / total(rows, lambda *row: 1)


def spread(rows, term):
    middle = mean(rows, term)
    return total(rows, lambda *row: (term(*row) - middle) ** 2)


def target(y, f):
    return y


def prediction(y, f):
    return f


def error(y, f):
    return y - f


# --- of labels and probabilities; t, p, q are lists over the columns ----------------------------------------------------------


def tversky(rows, alpha=0.5, beta=0.5, smooth=0):
    both = total(rows, lambda t, p, q: t[0] * p[0])
    missed = alpha * total(rows, lambda t, p, q: (1 - t[0]) * p[0]) + beta * total(rows, lambda t, p, q: t[0] * q[0])
    # Not one less (both + smooth) / ...: all of it may be less than 2^-9000.
    return quotient(missed, both + missed + smooth)


def dice(rows, smooth=0):
    return tversky(rows, 0.5, 0.5, mpf(smooth) / 2)


def generalized_dice(rows, smooth=1, epsilon=1e-7):
    top = bottom = mpf(0)
    for c in range(len(rows[0][1])):
        true = total(rows, lambda t, p, q: t[c])
        both = total(rows, lambda t, p, q: t[c] * p[c])
        apart = total(rows, lambda t, p, q: (1 - t[c]) * p[c] + t[c] * q[c]) / 2
        weight = quotient(mpf(1), true ** 2 + mpf(epsilon))
        top += weight * quotient(apart, both + apart + smooth)
        bottom += weight
    return top / bottom


def ece(rows, bins=15, norm="l1"):
    said = []
    for w, t, p, q in rows:
        c = p.index(max(p))
        said.append((w, t[c], p[c], q[c]))
    gaps = []
    for b in range(int(bins)):
        inside = [row for row in said if (b < row[2] * bins or b == 0) and row[2] * bins <= b + 1]
        weight = total(inside, lambda y, p, q: 1)
        if weight > 0:
            gaps.append((weight, abs(total(inside, lambda y, p, q: y - p)) / weight))
    if norm == "max":
        return max(g for _, g in gaps)
    whole = sum(w for w, _ in gaps)
    return sqrt(sum(w * g ** 2 for w, g in gaps) / whole) if norm == "l2" else sum(w * g for w, g in gaps) / whole


# --- of numbers; y and f are numbers ------------------------------------------------------------------------------------------


def pair_logit(rows):
    pairs = [(w * v, z - s) for w, y, s in rows for v, x, z in rows if y > x]
    return quotient(total(pairs, lambda d: log(1 + exp(d)) if d > -5000 else exp(d)), total(pairs, lambda d: 1))


def ranking_softmax(rows):
    top = max(s for w, y, s in rows)
    whole = sum(exp(s - top) for w, y, s in rows)
    return total(rows, lambda y, s: y * (top - s + log(whole)))


def wmape(rows):
    return quotient(total(rows, lambda y, f: abs(y - f)), total(rows, lambda y, f: abs(y)))


def mase(rows, season=1, **train):
    loss = mean(rows, lambda y, f: abs(y - f))
    if train:
        return loss / train["mae-train"]
    steps = [abs(b[1] - a[1]) for a, b in zip(rows, rows[int(season) :])]
    return quotient(loss, sum(steps) / len(steps)) if steps else mp.nan


def r2(rows):
    return 1 - quotient(total(rows, lambda y, f: (y - f) ** 2), spread(rows, target))


def adjusted_r2(rows, predictors):
    n = len(rows)
    return mp.nan if n <= predictors + 1 else 1 - (1 - r2(rows)) * (n - 1) / (n - predictors - 1)


def explained_variance(rows):
    return 1 - quotient(spread(rows, error), spread(rows, target))


def rse(rows, rooted="no"):
    ratio = 1 - r2(rows)
    return sqrt(ratio) if rooted == "yes" and not mp.isnan(ratio) else ratio


def rae(rows):
    middle = mean(rows, target)
    return quotient(total(rows, lambda y, f: abs(y - f)), total(rows, lambda y, f: abs(y - middle)))


def nrmse(rows, divisor="mean"):
    ys = [y for w, y, f in rows if w > 0]
    size = {"mean": lambda: abs(mean(rows, target)), "range": lambda: max(ys) - min(ys), "std": lambda: sqrt(spread(rows, target) / total(rows, lambda y, f: 1)),
            "l2": lambda: sqrt(total(rows, lambda y, f: y ** 2))}
    return quotient(sqrt(mean(rows, lambda y, f: (y - f) ** 2)), size[divisor]())


def common(rows):
    y_mean, f_mean = mean(rows, target), mean(rows, prediction)
    return total(rows, lambda y, f: (y - y_mean) * (f - f_mean))


def ccc(rows, divisor="n"):
    n = total(rows, lambda y, f: 1) * (mpf(len(rows) - 1) / len(rows) if divisor == "n-1" else 1)
    shift = mean(rows, target) - mean(rows, prediction)
    return quotient(2 * common(rows), spread(rows, target) + spread(rows, prediction) + n * shift ** 2)


def corr2(rows):
    return quotient(common(rows) ** 2, spread(rows, target) * spread(rows, prediction))


FORMULAS = {"dice": dice, "tversky": tversky, "generalized-dice": generalized_dice, "ece": ece, "pair-logit": pair_logit, "ranking-softmax": ranking_softmax,
            "wmape": wmape, "mase": mase, "r2": r2, "adjusted-r2": adjusted_r2, "explained-variance": explained_variance, "rse": rse, "rae": rae, "nrmse": nrmse,
            "ccc": ccc, "corr2": corr2}
OF_LABELS = ("dice", "tversky", "generalized-dice", "ece")
#: Those where a logit or a score leaves nothing exact.
OFTEN = ("dice", "tversky", "generalized-dice", "ece", "pair-logit", "ranking-softmax")
WEIGHTS = (({"alpha": 1.0, "beta": 0.0}, 3), ({"alpha": 0.0, "beta": 1.0}, 1), ({"alpha": 1e-300, "beta": 1.0}, 1), ({"alpha": 0.3, "beta": 1e-10, "smooth": 1e-5}, 1))



class Set:
    """Rows of one loss, with their weights."""

    def __init__(self, r, loss, kind):
        self.loss = loss
        self.scale = draw.pick(r, loss.scales)
        self.params = draw.pick(r, loss.params)
        if loss.name == "tversky" and r.random() < 0.4:
            self.params = draw.pick(r, [params for params, often in WEIGHTS for _ in range(often)])
        self.rows = [[losses.as_list(part) for part in row] for row in loss.draw(r, kind, self.params, self.scale)]
        classes = len(self.rows[0][1])
        if loss.name in OF_LABELS and self.scale == "logit":
            self.move_logits(r)
        self.normalize = classes > 1 and self.scale == "probability"
        if classes > 1 and r.random() < 0.3:
            for row in self.rows:
                row[0] = draw.shares(r, classes, 3)
                while abs(sum(row[0]) - 1) > 1e-7:
                    row[0] = draw.shares(r, classes, 3)
        self.soft = any(y not in (0.0, 1.0) for row in self.rows for y in row[0]) and loss.name in OF_LABELS and classes == 1
        size = draw.pick(r, [lambda: float(r.randrange(4)), r.random, lambda: draw.log_uniform(r, -60, 60), lambda: draw.log_uniform(r, -1060, 60)])
        self.weights = [size() for _ in self.rows] if r.random() < 0.7 else None
        if self.weights and not any(self.weights):
            self.weights[0] = 1.0
        # Where a row of probabilities sums to nothing, there is nothing to divide.
        self.rows = [[t, f if not self.normalize or any(f) else [1.0] * classes] for t, f in self.rows]

    def move_logits(self, r):
        """Sometimes all of them far out, or each with its opposite."""
        how = r.random()
        if how < 0.15:
            at = -draw.pick(r, [1400.0, 2000.0, 3500.0, 1e5, 1e9])
            for row in self.rows:
                row[1] = [at + draw.uniform(r, -3, 3) for _ in row[1]]
        elif how < 0.3:
            for a, b in zip(self.rows[::2], self.rows[1::2]):
                b[1] = [-z + 0.0 for z in a[1]]

    def typed(self):
        t, f = self.header()
        words = ["-t", ",".join(t), "-p", ",".join(f)]
        if self.scale != "value":
            words += ["--from", self.scale]
        for name, v in self.params.items():
            words += ["--" + name, v if isinstance(v, str) else text(v)]
        words += ["--soft-labels"] if self.soft else []
        words += ["--normalize"] if self.normalize else []
        return words + (["--weight", "w"] if self.weights else [])

    def header(self):
        t, f = self.rows[0]
        return [f"t{k}" for k in range(len(t))], [f"f{k}" for k in range(len(f))]

    def data(self):
        t, f = self.header()
        return data_of(t + f, self.rows, self.weights)

    def one(self, w, t, f):
        """A row as the formulas have it."""
        t, f = losses.exactly(t), losses.exactly(f)
        if self.loss.name not in OF_LABELS:
            return mpf(w), t[0], f[0]
        if len(f) == 1:
            p, q = self.loss.prediction(f[0], self.scale)
            return mpf(w), t, [p], [q]
        if len(t) == 1:
            t = [mpf(c == t[0]) for c in range(len(f))]
        return mpf(w), t, *self.loss.prediction(f, "normalized" if self.normalize else self.scale)

    def value(self):
        found = []
        constants = {k: losses.constant(v) for k, v in self.params.items()}
        for precision in losses.PRECISIONS:
            with mp.workprec(precision):
                rows = [self.one(w, *row) for w, row in zip(self.weights or [1] * len(self.rows), self.rows)]
                found.append(nearest(FORMULAS[self.loss.name](rows, **constants)))
        if repr(found[0]) != repr(found[1]):
            raise ArithmeticError(f"{losses.PRECISIONS[0]} bits are not enough for {self.loss.name} {self.typed()} {self.data()}: {found}")
        return found[0]

    def line(self):
        return self.loss.name, self.typed(), self.data(), "", losses.joined(self.value())


def entries():
    """Those of several classes are so where the others may be labels."""
    all_of = [loss for family in losses.FAMILIES for loss in family.LOSSES if loss.shape == "set"]
    return [loss for loss in all_of for _ in range(5 if loss.name in OFTEN else 1)]


def drawn(seed, runs):
    r = random.Random(f"sets {seed}")
    for _ in range(runs):
        yield Set(r, draw.pick(r, entries()), draw.pick(r, losses.KINDS)).line()


def main():
    words = asked(OUT, RUNS)
    write(words.out, drawn(words.seed, words.runs))


if __name__ == "__main__":
    main()
