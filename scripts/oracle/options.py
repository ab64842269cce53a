#!/usr/bin/env python3
"""Writes src/test/resources/oracle/options.csv: losses under the options of the formula, alone and together.

    /usr/bin/python3 options.py                      the rows of the tests
    /usr/bin/python3 options.py --seed 7 --runs 500 --out FILE   other rows

A line is a run: the loss, the options as they are typed, the data (a header, then rows, between |; their cells between
blanks), what the run answers for each row, the loss, the gradient and the second derivatives (between ;, rows between |), and
the value of all rows. Each number is the exact value of the formula with the options in it, computed with thousands of bits
and rounded once; the last one is that of the rounded losses. What is not defined is left empty. The formulas are those of
reference/*.py. The same bytes every time.
"""
import argparse
import os
import random
from fractions import Fraction

from mpmath import mp, mpf

import losses
from reference import draw
from reference.exact import nearest, text
from reference.numbers import Jet, exp, log, value

OUT = os.path.join(losses.OUT, "options.csv")
RUNS = 130
ROWS = 3

#: How a target becomes the labels that can be smoothed and weighed.
BINARY = ("bce", "cross-entropy", "focal", "brier", "zero-one", "cost", "contrastive")
SIGNS = ("hinge", "squared-hinge", "smoothed-hinge", "modified-huber", "perceptron", "exponential", "logistic", "sigmoid-margin",
         "squared-margin", "dwd", "savage", "sparsemax-binary", "hinge-embedding", "cosine-embedding", "margin-ranking")
LABELS = ("multilabel-soft-margin", "hamming")
CLASSES = ("cross-entropy", "focal", "gce", "poly1", "multi-margin", "multiclass-hinge", "multiclass-perceptron",
           "multiclass-sparsemax", "multiclass-brier", "rps", "top-k")
#: Of a target between the labels these are the mean of the labels' losses.
MEANS = ("bce", "cross-entropy", "gce", "poly1", "multi-margin", "multiclass-hinge", "multiclass-perceptron",
         "multiclass-sparsemax", "top-k", "multilabel-soft-margin")
HELD = ("bce", "cross-entropy", "focal", "gce", "poly1")
SHARES = ("cross-entropy", "focal", "gce", "poly1", "multiclass-brier")
LOGARITHMS = ("bce", "cross-entropy", "focal", "kl", "js", "multilabel-soft-margin", "logistic")
DISTRIBUTIONS = ("kl", "js")


class Options:
    """The options of the formula, as numbers."""

    def __init__(self, clip=0.0, log_floor=None, normalize=False, renormalize=False, any_sum=False, smoothing=0.0, weights=None,
                 positive=None, base="e", half=False, percent=False):
        self.clip, self.log_floor, self.normalize, self.renormalize, self.any_sum = clip, log_floor, normalize, renormalize, any_sum
        self.smoothing, self.weights, self.positive, self.base, self.half, self.percent = smoothing, weights, positive, base, half, percent

    def typed(self, kind):
        words = []
        if self.clip:
            words += ["--clip", text(self.clip)]
        if self.log_floor is not None:
            words += ["--log-floor", text(self.log_floor)]
        words += ["--" + name for name, on in (("normalize", self.normalize), ("renormalize", self.renormalize), ("any-sum", self.any_sum)) if on]
        if self.smoothing:
            words += ["--label-smoothing", text(self.smoothing)]
        if self.weights:
            of = ("-1", "1") if kind == "sign" else range(len(self.weights))
            words += ["--class-weight", ",".join(f"{c}={text(w)}" for c, w in zip(of, self.weights))]
        if self.positive is not None:
            words += ["--pos-weight", text(self.positive)]
        if self.base != "e":
            words += ["--log-base", self.base]
        words += ["--" + name for name, on in (("half", self.half), ("percent", self.percent)) if on]
        return words

    def of_labels(self):
        """What the labels weigh, or None."""
        return [1.0, self.positive] if self.positive is not None else self.weights

    def times(self, loss):
        loss = loss * (mpf(1) / 2 if self.half else 1) * (self.percent or 1)
        return loss if self.base == "e" else loss / log(mpf(self.base))

    def clipped(self, p):
        """Held in [clip, 1 - clip], the latter as a double; what is held has no slope."""
        if not self.clip:
            return p
        return mpf(self.clip) if p < self.clip else mpf(1 - self.clip) if p > 1 - self.clip else p

    def log(self, p):
        """log p, at least the floor; what is held has no slope. At a floor of 0 all is."""
        got = log(p)
        return got if self.log_floor is None or not (got < self.log_floor or self.log_floor == 0) else mpf(self.log_floor)


# --- the losses that take logarithms of probabilities ------------------------------------------------------------------------


def entropy(o, y, p, q):
    return -sum(t * o.log(x) for t, x in ((y, p), (1 - y, q)) if t != 0)


def binary_focal(o, y, p, q, gamma, alpha=None):
    rest = y * q + (1 - y) * p
    weight = 1 if alpha is None else y * alpha + (1 - y) * (1 - alpha)
    return mpf(0) if weight == 0 else weight * rest ** gamma * entropy(o, y, p, q)


def held(o, name, p, rest, gamma=2, alpha=1, epsilon=2, q=0.5):
    """The loss of the true class, of probability p."""
    surprise = -o.log(p)
    if name == "gce":
        return (1 - exp(-q * surprise)) / q
    return surprise + epsilon * rest if name == "poly1" else alpha * rest ** gamma * surprise if name == "focal" else surprise


class Sample(losses.Sample):
    """One row under options."""

    def __init__(self, loss, kind, params, scale, row, options):
        super().__init__(loss, kind, params, scale, row)
        self.options = options

    def at(self, k, f):
        t, _, *e = (losses.exactly(losses.as_list(part)) for part in self.row)
        f = [Jet(x, 1) if i == k else x for i, x in enumerate(f)]
        o, name = self.options, self.loss.name
        if self.loss.shape == "columns":
            return self.scaled(self.jet(t[0], f))
        if self.loss.shape == "row":
            return self.scaled(self.of_row(t, f, e))
        pairs = [self.of_pair(y, z, [c[0] for c in e]) for y, z in zip(t, f)]
        return self.scaled(sum(pairs[1:], pairs[0]) / mpf(len(pairs)))

    def scaled(self, loss):
        return self.options.times(loss if isinstance(loss, Jet) else Jet(loss))

    def of_pair(self, y, z, e):
        """The loss of one pair; of labels, the smoothed and weighed one."""
        o, name = self.options, self.loss.name
        weights = o.of_labels()
        if name in SIGNS:
            loss = self.jet(y, z, *e)
            return loss * mpf(weights[int(y > 0)]) if weights else loss
        if name not in BINARY + LABELS:
            return self.jet(y, *self.loss.prediction(z, self.scale), *e)
        smoothing = mpf(o.smoothing)
        share = y * (1 - smoothing) + smoothing / 2
        w = [mpf(1), mpf(1)] if weights is None else [mpf(x) for x in weights]
        if name not in MEANS:
            return self.of_label(share, z) * (y * w[1] + (1 - y) * w[0])
        parts = [(share * w[1], 1), ((1 - share) * w[0], 0)]
        return sum((part * self.of_label(mpf(label), z) for part, label in parts if part != 0), Jet(0))

    def of_label(self, y, z):
        o, name = self.options, self.loss.name
        if name == "contrastive":
            return self.jet(y, z)
        p, q = self.loss.prediction(z, self.scale)
        if self.scale == "probability":
            p = o.clipped(p)
            q = 1 - p
        got = binary_focal(o, y, p, q, **self.constants) if name == "focal" else entropy(o, y, p, q) if name in HELD else None
        if got is None:
            return self.jet(y, p, q)
        return got if isinstance(got, Jet) else Jet(got)

    def of_row(self, t, f, e):
        o, name = self.options, self.loss.name
        if name in SIGNS:
            loss = self.jet(t, f)
            weights = o.of_labels()
            return loss * mpf(weights[int(t[0] > 0)]) if weights else loss
        if name not in CLASSES:
            return self.jet(t, *self.loss.prediction(f, self.scale), *e)
        n = len(f)
        if len(t) == 1:
            t = [mpf(c == t[0]) for c in range(n)]
        smoothing = mpf(o.smoothing)
        shares = [t_c * (1 - smoothing) + smoothing / n for t_c in t]
        w = [mpf(x) for x in o.weights or [1] * n]
        arguments = self.probabilities(f)
        if name not in MEANS + ("focal",):
            loss = self.jet(shares, *arguments)
            return loss * sum(a * b for a, b in zip(t, w)) if o.weights else loss
        total = Jet(0)
        for c in range(n):
            if shares[c] * w[c] != 0:
                if name in HELD:
                    if self.constants.get("alpha", 1) != 0:
                        total = total + held(o, name, arguments[0][c], arguments[1][c], **self.constants) * (shares[c] * w[c])
                else:
                    total = total + self.jet([mpf(k == c) for k in range(n)], *arguments) * (shares[c] * w[c])
        return total

    def probabilities(self, f):
        """What the formula is about: p and q = 1 - p of all classes, or the scores."""
        o = self.options
        if self.scale not in ("probability", "normalized"):
            return self.loss.prediction(f, self.scale)
        if o.normalize and o.renormalize:
            f = self.loss.prediction(f, "normalized")[0]
        if o.renormalize:
            return self.loss.prediction([o.clipped(p) for p in f], "normalized")
        p, q = self.loss.prediction(f, "normalized" if o.normalize else "probability")
        held_p = [o.clipped(p_c) for p_c in p]
        return held_p, [q_c if h is p_c else 1 - h for p_c, q_c, h in zip(p, q, held_p)]


# --- runs ---------------------------------------------------------------------------------------------------------------------


def kind_of(loss):
    """What the targets are."""
    name = loss.name
    if name in SIGNS:
        return "sign"
    if name in LABELS:
        return "labels"
    return "class" if loss.shape == "row" and name in CLASSES else "binary" if name in BINARY else "other"


def chance(r, p):
    return r.random() < p


def weight(r, kind):
    return draw.pick(r, [lambda: float(r.randrange(1, 6)), lambda: round(draw.uniform(r, 0.1, 9), 2), lambda: r.random(),
                         lambda: 0.0 if chance(r, 0.3) else 1.0, lambda: draw.log_uniform(r, -40, 40) if kind == "hard" else 2.5])()


def options(r, loss, kind, scale, columns):
    """Options that fit the loss."""
    o = Options()
    of, name = kind_of(loss), loss.name
    if name in HELD and of in ("binary", "class"):
        if scale in ("probability", "normalized") and chance(r, 0.4):
            o.clip = draw.pick(r, [1e-7, 0.05, 1e-3, 0.2, 1e-15, 2.220446049250313e-16, 1e-50])
        if chance(r, 0.35):
            o.log_floor = draw.pick(r, [-100.0, -1.0, -0.3, -36.841361487904734, -2.5, 0.0, -1e-9])
    if of == "class" and name in SHARES and scale in ("probability", "normalized"):
        how = draw.pick(r, ("any_sum", "normalize", "renormalize")) if name in HELD else draw.pick(r, ("any_sum", "normalize"))
        setattr(o, "normalize" if scale == "normalized" else how, True)
    if of in ("binary", "class", "labels") and chance(r, 0.4):
        o.smoothing = draw.pick(r, [0.1, 0.3, 1.0, round(r.random(), 2), r.random(), 1e-9])
    if of in ("binary", "class", "sign") and chance(r, 0.4):
        o.weights = [weight(r, kind) for _ in range(columns if of == "class" else 2)]
    elif of in ("binary", "sign", "labels") and chance(r, 0.4):
        o.positive = weight(r, kind)
    if name in LOGARITHMS and chance(r, 0.35):
        o.base = draw.pick(r, ("2", "10"))
    o.half, o.percent = chance(r, 0.15), chance(r, 0.25)
    return o


def rows_of(r, loss, kind, params, scale, n):
    """Rows that fit into one file; a float, or a list of one, has a column, a list one each."""
    pairs = 2 + r.randrange(2) if loss.shape == "point" and scale == "value" and chance(r, 0.1) and len(loss.draw(r, kind, params, scale)) == 2 else 1
    rows = []
    while len(rows) < n:
        if pairs > 1:
            parts = [loss.draw(r, kind, params, scale) for _ in range(pairs)]
            row = [[p[0] for p in parts], [p[1] for p in parts]]
        else:
            row = [losses.as_list(part) for part in loss.draw(r, kind, params, scale)]
        if not rows or [len(part) for part in row] == [len(part) for part in rows[0]]:
            rows.append(row)
    return rows


def fit(r, loss, scale, row):
    """Changes what the tool would refuse: a distribution sums to one, a label of several is 0 or 1."""
    if loss.name == "multilabel-margin":
        row[0] = [float(round(y)) for y in row[0]]
    of_shares = (0, 1) if loss.name in DISTRIBUTIONS else (0,) if loss.name in CLASSES and len(row[0]) > 1 else ()
    if loss.name == "rps":
        of_shares = (*of_shares, 1)
    for k in of_shares:
        if abs(sum(row[k]) - 1) > 1e-7 and not (k == 1 and scale != "probability"):
            while abs(sum(row[k]) - 1) > 1e-7 or k == 1 and 0 in row[k]:
                row[k] = draw.shares(r, len(row[k]), 3)


class Run:
    """Rows of one loss under the same options."""

    def __init__(self, r, loss, kind, params, scale, n=ROWS):
        self.loss, self.params, self.scale = loss, params, scale
        self.rows = rows_of(r, loss, kind, params, scale, n)
        for row in self.rows:
            fit(r, loss, scale, row)
        self.options = options(r, loss, kind, scale, len(self.rows[0][1]))
        self.weights = [draw.pick(r, [lambda: float(r.randrange(4)), r.random, lambda: draw.log_uniform(r, -60, 60)])() for _ in range(n)] if chance(r, 0.4) else None
        self.over = draw.pick(r, (None, "rows", "weights", "index"))
        self.reduction = draw.pick(r, ("mean", "sum", "root", "exp"))
        if self.options.percent:
            # Of a root a hundred times the root, which is that of a hundred squared times the loss.
            self.options.percent = 100 ** 2 if self.reduction == "root" else 100
        self.samples = [Sample(loss, kind, params, scale, row, self.options) for row in self.rows]

    def header(self):
        t, f, *e = self.rows[0]
        return [f"t{k}" for k in range(len(t))], [f"f{k}" for k in range(len(f))], [self.extra()] * len(e)

    def extra(self):
        return {"gaussian-nll": "variance", "crps-gaussian": "stddev", "negbin-nll": "dispersion"}.get(self.loss.name, "scale")

    def typed(self):
        """The words behind the loss."""
        t, f, _ = self.header()
        words = ["-t", ",".join(t), "-p", ",".join(f)]
        scale = "probability" if self.scale == "normalized" else self.scale
        if scale != "value":
            words += ["--from", scale]
        for name, v in self.params.items():
            words += ["--" + name, v if isinstance(v, str) else ",".join(text(x) for x in losses.as_list(v))]
        of = kind_of(self.loss)
        if of in ("binary", "labels") and self.loss.name != "contrastive" and any(y not in (0.0, 1.0) for row in self.rows for y in row[0]):
            words.append("--soft-labels")
        words += self.options.typed(of)
        for name, word in (("weight", "w" if self.weights else None), ("mean-over", self.over), ("reduction", self.reduction)):
            words += ["--" + name, word] if word else []
        return words

    def data(self):
        t, f, e = self.header()
        return data_of(t + f + e, self.rows, self.weights)

    def expected(self):
        """For each row, loss, gradient and second derivatives."""
        answers = []
        for sample in self.samples:
            loss, gradient, hessian = sample.checked()
            answers.append([loss, *gradient, *hessian])
        return answers

    def value(self, answers):
        """What all rows come to."""
        found = [answer[0] for answer in answers]
        if not all(x - x == 0 for x in found):
            return mp.nan
        weights = [Fraction(w) for w in self.weights or [1] * len(found)]
        total = sum(w * Fraction(x) for w, x in zip(weights, found))
        if self.reduction == "sum":
            return rounded(total)
        whole = sum(w * self.counts(row) for w, row in zip(weights, self.rows))
        of_index = kind_of(self.loss) == "class" and len(self.rows[0][0]) == 1
        if self.over == "rows" or self.over == "index" and not of_index:
            whole = Fraction(len(found))
        if whole == 0:
            return mp.nan
        mean = total / whole
        if self.reduction == "mean":
            return rounded(mean)
        if self.reduction == "root":
            return mp.nan if mean < 0 else nearest(mp.sqrt(fine(mean)))
        return nearest(mp.exp(fine(mean)))

    def counts(self, row):
        """What the labels of a row weigh."""
        if not self.options.weights:
            return Fraction(1)
        t, f = row[0], row[1]
        w = [Fraction(x) for x in self.options.weights]
        if kind_of(self.loss) != "class":
            return sum(w[1] * max(Fraction(y), 0) + w[0] * (1 - max(Fraction(y), 0)) for y in t) / len(t)
        shares = [float(c == t[0]) for c in range(len(f))] if len(t) == 1 else t
        return sum(a * Fraction(y) for a, y in zip(w, shares))


def fine(x):
    return mpf(x.numerator) / mpf(x.denominator)


def rounded(x):
    try:
        return x.numerator / x.denominator
    except OverflowError:
        return mp.inf if x > 0 else -mp.inf


def data_of(header, rows, weights):
    """The cells of a file; weights may be None."""
    table = [header] + [[text(x) for part in row for x in part] for row in rows]
    for i, row in enumerate(table if weights else []):
        row.append(text(weights[i - 1]) if i else "w")
    return table


def write(out, lines):
    """Each line the loss, the words behind it, the cells, the answers for the rows and the value."""
    written = ["loss\toptions\tdata\tanswers\tvalue"]
    for name, words, data, answers, value_of_all in lines:
        written.append("\t".join((name, " ".join(words), "|".join(" ".join(cells) for cells in data), answers, value_of_all)))
    with open(out, "w", newline="\n") as file:
        file.write("\n".join(written) + "\n")
    print(f"{len(written) - 1} runs")


def entries():
    return [loss for family in losses.FAMILIES for loss in family.LOSSES if loss.shape != "set"]


def run(r, loss, kind, n=ROWS):
    params = draw.pick(r, loss.params)
    return Run(r, loss, kind, params, draw.pick(r, loss.scales), n)


def drawn(seed, runs):
    """So many runs, those of losses that have the more options the more often."""
    r = random.Random(f"options {seed}")
    all_of = entries()
    often = [loss for loss in all_of for _ in range(8 if loss.name in HELD else 3 if kind_of(loss) != "other" else 1)]
    while runs > 0:
        one = run(r, draw.pick(r, often), draw.pick(r, ("ordinary", "hard")))
        if one.options.typed(""):
            yield one
            runs -= 1


def line(one):
    answers = one.expected()
    return one.loss.name, one.typed(), one.data(), "|".join(losses.joined(row) for row in answers), losses.joined(one.value(answers))


def asked(out, runs):
    """The words behind the script: which file, how many, drawn from which seed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", default="")
    parser.add_argument("--runs", type=int, default=runs)
    parser.add_argument("--out", default=out)
    return parser.parse_args()


def main():
    words = asked(OUT, RUNS)
    write(words.out, (line(one) for one in drawn(words.seed, words.runs)))


if __name__ == "__main__":
    main()
