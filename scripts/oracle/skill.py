#!/usr/bin/env python3
"""Writes src/test/resources/oracle/skill/: small tables, and what d2:LOSS is for them.

From scikit-learn 1.2 (apt install python3-sklearn) where it has the score; else by hand in mpmath, from the definition.
scikit-learn takes an interpolated quantile for the constant where there are no weights, which is the best one only where
it falls on a sample: the number of rows is chosen so.
"""
import os
import random

import sklearn
from mpmath import mp, mpf
from sklearn.metrics import d2_absolute_error_score, d2_pinball_score, d2_tweedie_score

mp.dps = 50
HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../src/test/resources/oracle/skill")
REAL = "sklearn " + sklearn.__version__


def tables():
    rng = random.Random(20251125)
    counts = [(rng.choice([0, 1, 1, 2, 3, 5, 8]), round(rng.uniform(0.2, 6), 3), rng.choice([1, 2, 0.5])) for _ in range(41)]
    values = [(round(rng.lognormvariate(0, 1), 3), round(rng.lognormvariate(0, 1), 3), rng.choice([1, 2, 0.5])) for _ in range(41)]
    binary = [(rng.choice([0, 1, 1]), round(rng.uniform(0.02, 0.98), 3), rng.choice([1, 2, 0.5])) for _ in range(40)]
    classes = []
    for _ in range(30):
        a, b = sorted(rng.sample(range(1, 16), 2))
        classes.append((rng.choice([0, 0, 1, 2]), a / 16, (b - a) / 16, (16 - b) / 16, rng.choice([1, 2, 0.5])))
    return {"counts": counts, "values": values, "binary": binary, "classes": classes}


def by_hand(loss, constant, rows, weights):
    """1 - sum of w loss(y, f) / sum of w loss(y, constant)."""
    a = sum(mpf(w) * loss(y, f) for (y, f), w in zip(rows, weights))
    b = sum(mpf(w) * loss(y, constant) for (y, _), w in zip(rows, weights))
    return float(1 - a / b)


def surprise(y, p):
    return -mp.log(p if y else 1 - p)


def mean(ys, weights):
    return sum(mpf(w) * mpf(y) for y, w in zip(ys, weights)) / sum(map(mpf, weights))


def smooth():
    """Losses of a residual that have no best constant in closed form."""
    yield "huber", lambda r: r * r / 2 if abs(r) <= 1 else abs(r) - mpf(1) / 2, lambda r: max(-1, min(1, r))
    yield "log-cosh", lambda r: mp.log(mp.cosh(r)), mp.tanh
    yield "pseudo-huber", lambda r: mp.sqrt(1 + r * r) - 1, lambda r: r / mp.sqrt(1 + r * r)
    yield "fair", lambda r: abs(r) - mp.log1p(abs(r)), lambda r: r / (1 + abs(r))


def root(slope, low, high):
    """Where a sum of slopes that falls with the constant is 0."""
    for _ in range(180):
        middle = (low + high) / 2
        low, high = (middle, high) if slope(middle) > 0 else (low, middle)
    return (low + high) / 2


def scores(data):
    for weighted in (False, True):
        for table in ("counts", "values"):
            y, f, w = map(list, zip(*data[table]))
            weights = w if weighted else None
            for power in (0, 1, 1.5, 2, 3) if table == "values" else (0, 1, 1.5):
                value = d2_tweedie_score(y, f, sample_weight=weights, power=power)
                yield f"tweedie-deviance --power {power}", table, weighted, value, REAL
            yield "mae", table, weighted, d2_absolute_error_score(y, f, sample_weight=weights), REAL
            for tau in (0.1, 0.5, 0.75):
                value = d2_pinball_score(y, f, sample_weight=weights, alpha=tau)
                yield f"pinball --tau {tau}", table, weighted, value, REAL
        rows = [(mpf(y), mpf(f)) for y, f, _ in data["values"]]
        w = [w if weighted else 1 for _, _, w in data["values"]]
        for name, loss, slope in smooth():
            constant = root(lambda c: sum(v * slope(y - c) for (y, _), v in zip(rows, w)), mpf(0), mpf(100))
            yield name, "values", weighted, by_hand(lambda y, f: loss(y - f), constant, rows, w), "mpmath"
        rows = [(y, mpf(p)) for y, p, _ in data["binary"]]
        w = [w if weighted else 1 for _, _, w in data["binary"]]
        share = mean([y for y, _ in rows], w)
        yield "bce", "binary", weighted, by_hand(surprise, share, rows, w), "mpmath"
        yield "brier", "binary", weighted, by_hand(lambda y, p: (y - p) ** 2, share, rows, w), "mpmath"
        rows = [(row[0], [mpf(p) for p in row[1:4]]) for row in data["classes"]]
        w = [row[4] if weighted else 1 for row in data["classes"]]
        shares = [mean([int(y == k) for y, _ in rows], w) for k in range(3)]
        yield "cross-entropy", "classes", weighted, by_hand(lambda y, p: -mp.log(p[y]), shares, rows, w), "mpmath"
        brier = by_hand(lambda y, p: sum((int(y == k) - p[k]) ** 2 for k in range(3)), shares, rows, w)
        yield "multiclass-brier", "classes", weighted, brier, "mpmath"


def main():
    os.makedirs(HERE, exist_ok=True)
    data = tables()
    for name, rows in data.items():
        head = "target,p0,p1,p2,weight" if name == "classes" else "target,prediction,weight"
        with open(os.path.join(HERE, name + ".csv"), "w") as file:
            file.write(head + "\n" + "".join(",".join(map(str, row)) + "\n" for row in rows))
    with open(os.path.join(HERE, "expected.csv"), "w") as file:
        file.write("loss,table,weighted,value,source\n")
        for loss, table, weighted, value, source in scores(data):
            file.write(f"{loss},{table},{'yes' if weighted else 'no'},{float(value)!r},{source}\n")


main()
