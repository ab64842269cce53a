#!/usr/bin/env python3
"""Writes src/test/resources/oracle/<loss>.csv: each loss, its gradient and the diagonal of its Hessian on rows of all kinds.

    /usr/bin/python3 losses.py             all of them
    /usr/bin/python3 losses.py huber bce   only these
    /usr/bin/python3 losses.py --seed 7 --out DIR   other rows, into another folder

A reference is an entry in reference/*.py: the textbook formula, and what rows to try it on. The value that is written is
that of the formula at exactly these doubles, computed with thousands of bits and rounded once. The same bytes every time.
"""
import argparse
import os
import random
import sys

from mpmath import mp, mpf

from reference import binary, distribution, likelihood, multiclass, regression
from reference.exact import nearest, text
from reference.numbers import Jet, value

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "../../src/test/resources/oracle")
FAMILIES = (regression, likelihood, binary, multiclass, distribution)
KINDS = ("ordinary", "hard", "extreme")
LARGEST_FILE = 150_000
PRECISIONS = (4000, 9000)
LIMIT_PRECISION = 16000
INFINITELY_LITTLE = -4000


def as_list(x):
    return list(x) if isinstance(x, (list, tuple)) else [x]


def exactly(xs):
    return [mpf(x) for x in xs]


def constant(v):
    """What a formula gets for a parameter: a word, a list or a number."""
    return v if isinstance(v, str) else exactly(v) if isinstance(v, tuple) else mpf(v)


def written(v):
    return v if isinstance(v, str) else ":".join(text(x) for x in as_list(v))


class Sample:
    """One row, and the loss that is asked for."""

    def __init__(self, loss, kind, params, scale, row):
        self.loss, self.kind, self.params, self.scale = loss, kind, params, scale
        self.row = row
        self.constants = {k: constant(v) for k, v in params.items()}

    def of_set(self):
        """The loss of a set of rows."""
        rows = [tuple(exactly(x) if isinstance(x, list) else mpf(x) for x in row) for row in self.row]
        return self.loss.formula([(y, *self.loss.prediction(f, self.scale)) for y, f in rows], **self.constants)

    def at(self, k, f):
        """The loss for predictions f, of which number k carries derivatives."""
        t, _, *e = (exactly(as_list(part)) for part in self.row)
        f = [Jet(x, 1) if i == k else x for i, x in enumerate(f)]
        if self.loss.shape == "row":
            if self.loss.classes and len(t) == 1 and len(f) > 1:
                t = [mpf(c == t[0]) for c in range(len(f))]
            return self.jet(t, *self.loss.prediction(f, self.scale), *e)
        if self.loss.shape == "columns":
            return self.jet(t[0], f)
        pairs = [self.jet(y, *self.loss.prediction(z, self.scale), *(c[0] for c in e)) for y, z in zip(t, f)]
        return sum(pairs[1:], pairs[0]) / mpf(len(pairs))

    def jet(self, *arguments):
        try:
            got = self.loss.formula(*arguments, **self.constants)
        except ZeroDivisionError:
            return Jet(mp.nan, mp.nan, mp.nan)
        return got if isinstance(got, Jet) else Jet(got)

    def derivatives(self, k):
        """The loss, its derivative and its second derivative for prediction k; NaN where they are not defined."""
        f = exactly(as_list(self.row[1]))
        got = self.at(k, f)
        if not any(mp.isnan(v) for v in (got.v, got.a, got.b)):
            return got
        # At an end of the domain the derivatives are the limits from inside.
        ends = {"probability": {0: 1, 1: -1}, "normalized": {0: 1, 1: -1}, "log-probability": {0: -1}}.get(self.scale, {})
        with mp.workprec(LIMIT_PRECISION):
            limit = self.at(k, [x + ends.get(x, 0) * mpf(2) ** INFINITELY_LITTLE for x in f])
        return Jet(*(l if mp.isnan(g) else g for g, l in ((got.v, limit.v), (got.a, limit.a), (got.b, limit.b))))

    def expected(self):
        """Loss, gradient and Hessian diagonal, as doubles."""
        if self.loss.shape == "set":
            return nearest(value(self.of_set())), [], []
        all_of = [self.derivatives(k) for k in range(len(as_list(self.row[1])))]
        return nearest(all_of[0].v), [nearest(d.a) for d in all_of], [nearest(d.b) for d in all_of]

    def checked(self):
        """The same, after making sure that the precision was enough."""
        results = []
        for precision in PRECISIONS:
            with mp.workprec(precision):
                results.append(self.expected())
        if repr(results[0]) != repr(results[1]):
            raise ArithmeticError(f"{PRECISIONS[0]} bits are not enough for {self.loss.name} {self.params} {self.scale} {self.row}: {results}")
        return results[0]

    def line(self):
        """The line of the file. A number that is not defined is left empty."""
        loss, gradient, hessian = self.checked()
        if self.loss.shape == "set":
            parts = [list(part) for part in zip(*self.row)]
            columns = ["|".join(joined(x) for x in part) for part in parts] + [""] * (3 - len(parts))
        else:
            columns = [joined(part) for part in self.row] + [""] * (3 - len(self.row))
        params = ";".join(f"{k}={written(v)}" for k, v in self.params.items())
        return ",".join([self.kind, params, self.scale, *columns, joined(loss), joined(gradient), joined(hessian)])


def joined(xs):
    return ";".join("" if x != x else text(x) for x in as_list(xs))


def samples(loss, part, seed):
    """All rows of one entry; the seed is empty for those of the tests."""
    for scale in loss.scales:
        for kind, n in zip(KINDS, loss.rows):
            r = random.Random(f"{seed}{loss.name} {part} {scale} {kind}")
            for i in range(n):
                params = loss.params[i % len(loss.params)]
                row = loss.draw(r, kind, params, scale)
                if loss.shape == "point" and len(row) == 2 and scale == "value" and kind != "extreme" and i % 10 == 9:
                    more = loss.draw(r, kind, params, scale)
                    row = ([row[0], more[0]], [row[1], more[1]])
                yield Sample(loss, kind, params, scale, row)
    for kind, params, scale, *row in loss.also:
        yield Sample(loss, kind, params, scale, tuple(row))


def write(name, entries, out, seed):
    lines = ["set,params,scale,target,prediction,extra,loss,gradient,hessian"]
    seen = set()
    for part, loss in enumerate(entries):
        for sample in samples(loss, part, seed):
            line = sample.line()
            if line not in seen:
                seen.add(line)
                lines.append(line)
    content = "\n".join(lines) + "\n"
    if len(content) > LARGEST_FILE:
        raise SystemExit(f"{name}.csv would be {len(content)} bytes: ask for fewer rows")
    with open(os.path.join(out, name + ".csv"), "w", newline="\n") as file:
        file.write(content)
    print(f"{name}: {len(lines) - 1} rows, {len(content)} bytes", flush=True)


def main(words):
    parser = argparse.ArgumentParser()
    parser.add_argument("names", nargs="*")
    parser.add_argument("--seed", default="")
    parser.add_argument("--out", default=OUT)
    asked = parser.parse_args(words)
    os.makedirs(asked.out, exist_ok=True)
    entries = {}
    for family in FAMILIES:
        for loss in family.LOSSES:
            entries.setdefault(loss.name, []).append(loss)
    for name in asked.names:
        if name not in entries:
            raise SystemExit(f"no reference of that name: {name}; there are {', '.join(entries)}")
    for name in asked.names or entries:
        write(name, entries[name], asked.out, asked.seed)


if __name__ == "__main__":
    main(sys.argv[1:])
