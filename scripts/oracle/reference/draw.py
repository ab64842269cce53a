"""Rows to try a loss on: ordinary ones, hard ones, extreme ones. All seeded, all shortest doubles.

A drawer is called as draw(r, kind, params, scale) and gives one row, as (target, prediction) or (target, prediction, extra), each
a number or a list of them;
r is a random.Random, of which only random() and randrange() are used, because these are the same in every Python.
"""
from mpmath import mp, mpf
from .exact import nearest

MAX = 1.7976931348623157e308
TINY = 5e-324
SUBNORMAL = 2.2250738585072009e-308
NORMAL = 2.2250738585072014e-308


def pick(r, xs):
    return xs[r.randrange(len(xs))]


def uniform(r, a, b):
    return a + (b - a) * r.random()


def sign(r):
    return 1 if r.random() < 0.5 else -1


def decimal(r, a, b, places=3):
    """A number as people write them: 0 to so many decimals."""
    return round(uniform(r, a, b), r.randrange(places + 1)) + 0.0


def bell(r, scale=3):
    """About normal, of standard deviation 3."""
    return scale * (sum(r.random() for _ in range(12)) - 6)


def log_uniform(r, a, b):
    """2^a to 2^b."""
    with mp.workprec(200):
        return nearest(mpf(2) ** mpf(uniform(r, a, b)))


def near(r, x, a=-52, b=-4):
    """x, and off by a relative 2^-52 to 2^-4."""
    with mp.workprec(3000):
        return nearest(mpf(x) * (1 + sign(r) * mpf(log_uniform(r, a, b))))


def subnormal(r):
    return r.randrange(1, 1 << r.randrange(1, 53)) * TINY


def within(x, low, high):
    return min(max(x, low), high)


# --- one target, one prediction ------------------------------------------------------------------------------------------


def reals(corner=None):
    """Any real target and prediction. corner: the parameter that |y - f| is compared with, to try both of its sides."""

    def draw(r, kind, params, scale):
        if kind == "ordinary":
            return pick(r, [lambda: (decimal(r, -10, 10), decimal(r, -10, 10)), lambda: (bell(r), bell(r))])()
        if kind == "hard":
            y = pick(r, [bell, lambda r: decimal(r, -10, 10), lambda r: sign(r) * log_uniform(r, -60, 60)])(r)
            if corner and r.random() < 0.4:
                with mp.workprec(3000):
                    return y, nearest(mpf(y) + sign(r) * mpf(near(r, params[corner])))
            return y, pick(r, [lambda: near(r, y), lambda: near(r, y, -52, -40), lambda: sign(r) * log_uniform(r, -60, 60), lambda: y])()
        return extreme(r), extreme(r)

    return draw


def not_zero(draw_one, prediction=False):
    """The same, with targets of 0 replaced by 1, for losses that divide by the target; also predictions, where these have a corner."""

    def draw(r, kind, params, scale):
        y, f = draw_one(r, kind, params, scale)
        return y or 1.0, (f or 1.0) if prediction else f

    return draw


def extreme(r):
    size = pick(r, [subnormal, lambda r: log_uniform(r, -1070, -900), lambda r: log_uniform(r, 900, 1023), lambda r: log_uniform(r, -540, -480),
                    lambda r: log_uniform(r, 490, 520), lambda r: pick(r, [0.0, TINY, SUBNORMAL, NORMAL, MAX, 1e300, 1e-300, 1.0, 1e154, 1e-154])])(r)
    return sign(r) * size + 0.0


def positives(count=False, zero=False):
    """A positive prediction, and a target that is positive too, or a whole number (count), or may be 0 (zero)."""

    def target(r, y):
        if zero and r.random() < 0.15:
            return 0.0
        return float(round(y)) if count and y < 1e15 else y

    def draw(r, kind, params, scale):
        if kind == "ordinary":
            y, f = pick(r, [lambda: (max(decimal(r, 0, 20), 0.001), max(decimal(r, 0, 20), 0.001)), lambda: (abs(bell(r)), abs(bell(r)))])()
            y = target(r, y)
        elif kind == "hard":
            y = target(r, pick(r, [lambda r: abs(bell(r)), lambda r: decimal(r, 0.1, 50), lambda r: log_uniform(r, -60, 60)])(r))
            f = pick(r, [lambda: near(r, y), lambda: near(r, y, -52, -40), lambda: log_uniform(r, -60, 60), lambda: y])() or 1.0
        else:
            y, f = target(r, abs(extreme(r))), abs(extreme(r)) or 1.0
        return (y, f) if y > 0 or zero or count else (1.0, f)

    return draw


def means(count=False, zero=False):
    """The same, where the prediction may also be a logarithm."""
    draw_both = positives(count, zero)

    def draw(r, kind, params, scale):
        y, f = draw_both(r, kind, params, scale)
        if scale == "log":
            f = pick(r, [lambda: uniform(r, -740, 705), lambda: sign(r) * log_uniform(r, -1070, -60)])() if kind == "extreme" else nearest(mp.log(mpf(f)))
        return y, f

    return draw


def above_minus_one():
    """Target and prediction above -1."""
    draw_both = positives(zero=True)

    def draw(r, kind, params, scale):
        y, f = draw_both(r, kind, params, scale)
        if r.random() < 0.2:
            y = nearest(mpf(-1) + mpf(log_uniform(r, -50, -1)))
        if r.random() < 0.2:
            f = near(r, y) if kind == "hard" and -1 < y < -0.5 else nearest(mpf(-1) + mpf(log_uniform(r, -50, -1)))
        return y, max(f, -1 + 2.0 ** -52)

    return draw


def positive(r, kind):
    """A positive number, such as a variance."""
    if kind == "ordinary":
        return max(decimal(r, 0.01, 5), 0.01)
    return log_uniform(r, -40, 40) if kind == "hard" else abs(extreme(r)) or 1.0


def columns(low=2, high=6, draw_one=None):
    """One target, and a row of predictions near it and far from it, in any order."""
    draw_one = draw_one or reals()

    def draw(r, kind, params, scale):
        n = len(params["levels"]) if "levels" in params else low + r.randrange(high - low + 1)
        y, f = draw_one(r, kind, params, scale)
        row = [f] + [draw_one(r, kind, params, scale)[1] for _ in range(n - 1)]
        if kind == "hard" and r.random() < 0.5:
            row = [near(r, y, -52, -20) for _ in row]
        return y, row

    return draw


# --- yes or no -----------------------------------------------------------------------------------------------------------


def unit(r, kind):
    """A probability."""
    if kind == "ordinary":
        return pick(r, [lambda: round(uniform(r, 0.01, 0.99), 1 + r.randrange(4)) or 0.5, r.random])()
    if kind == "hard":
        return pick(r, [lambda: log_uniform(r, -60, -4), lambda: 1 - log_uniform(r, -52, -4), lambda: near(r, 0.5), lambda: 0.5, lambda: round(1 - 10.0 ** -r.randrange(2, 16), 16)])()
    return pick(r, [lambda: subnormal(r), lambda: log_uniform(r, -1070, -60), lambda: pick(r, [0.0, 1.0, TINY, SUBNORMAL, NORMAL, 1 - 2.0 ** -53, 1 - 2.0 ** -52, 1e-300, 2.0 ** -53, 2.0 ** -54])])()


def logit(r, kind):
    """A logit, or any score without bounds."""
    if kind == "ordinary":
        return pick(r, [lambda: bell(r), lambda: decimal(r, -8, 8)])()
    if kind == "hard":
        return pick(r, [lambda: uniform(r, -40, 40), lambda: sign(r) * pick(r, [40.0, 1000.0, 37.0, 100.0, 0.0, 700.0]), lambda: uniform(r, -1000, 1000), lambda: sign(r) * log_uniform(r, -60, 6)])() + 0.0
    return sign(r) * pick(r, [lambda: pick(r, [745.0, 745.1332191019411, 745.14, 709.782712893384, 709.79, 708.3964185322641, 1e300, MAX, TINY, NORMAL, 372.5, 354.9, 1e5]),
                              lambda: uniform(r, 700, 750), lambda: uniform(r, 350, 375), lambda: log_uniform(r, 10, 1023), lambda: log_uniform(r, -1070, -60)])() + 0.0


def log_probability(r, kind):
    """The logarithm of a probability."""
    if kind == "ordinary":
        return -pick(r, [lambda: abs(bell(r)), lambda: round(uniform(r, 0.01, 9), 1 + r.randrange(3))])() + 0.0
    if kind == "hard":
        return -pick(r, [lambda: log_uniform(r, -60, -4), lambda: uniform(r, 20, 1000), lambda: pick(r, [40.0, 1000.0]), lambda: near(r, 0.6931471805599453)])()
    return -pick(r, [lambda: subnormal(r), lambda: log_uniform(r, -1070, -60), lambda: uniform(r, 700, 750), lambda: log_uniform(r, 10, 1023), lambda: pick(r, [0.0, TINY, 745.13, 1e300, MAX])])() + 0.0


SCORES = {"probability": unit, "logit": logit, "log-probability": log_probability, "value": logit}


def binary(soft=True):
    """A target of 0, 1 or (soft) in between; a prediction of the scale."""

    def draw(r, kind, params, scale):
        y = float(r.randrange(2))
        f = SCORES[scale](r, kind)
        if soft and r.random() < 0.3:
            y = pick(r, [r.random, lambda: round(r.random(), 2), lambda: unit(r, kind)])()
            if scale == "probability" and kind == "hard" and r.random() < 0.5:
                y = within(near(r, f), 0.0, 1.0)
        return y, f

    return draw


def distances(labels=(-1.0, 1.0)):
    """A label, and a distance of a pair: not negative."""

    def draw(r, kind, params, scale):
        f = pick(r, [lambda: abs(logit(r, kind)), lambda: near(r, abs(params["margin"]) or 1.0), lambda: abs(bell(r))])()
        return pick(r, labels), f

    return draw


def signs():
    """A target of -1 or +1; a score without bounds."""

    def draw(r, kind, params, scale):
        f = logit(r, kind) if r.random() < 0.7 else sign(r) * near(r, pick(r, [1.0, *params.values()]))
        return float(sign(r)), f

    return draw


# --- one of C classes, distributions, vectors ----------------------------------------------------------------------------


def shares(r, n, places):
    """Non-negative decimals that sum to one."""
    weights = [r.random() ** 2 for _ in range(n)]
    parts = [round(w / sum(weights), places) for w in weights]
    parts[-1] = max(round(1 - sum(parts[:-1]), places), 0.0)
    return [p + 0.0 for p in parts]


def probabilities(r, kind, n):
    if kind == "ordinary":
        return shares(r, n, 1 + r.randrange(2, 6)) if r.random() < 0.6 else [r.random() / n for _ in range(n)]
    if kind == "hard":
        top = r.randrange(n)
        rest = [log_uniform(r, -60, -4) / n for _ in range(n)]
        return [1 - log_uniform(r, -52, -3) if k == top else p for k, p in enumerate(rest)]
    return [unit(r, kind if r.random() < 0.6 else "hard") for _ in range(n)]


def amounts(r, kind, n):
    """Not yet divided by their sum."""
    if kind == "ordinary":
        return [(1 + r.randrange(99)) / 100 for _ in range(n)] if r.random() < 0.5 else [round(uniform(r, 0.05, 1), 3) for _ in range(n)]
    if kind == "hard":
        return [min(log_uniform(r, -60, 0), 1.0) for _ in range(n)]
    return [unit(r, kind if r.random() < 0.6 else "ordinary") for _ in range(n - 1)] + [unit(r, "ordinary")]


def logits(r, kind, n):
    if kind == "ordinary":
        return [logit(r, kind) for _ in range(n)]
    if kind == "hard":
        at = pick(r, [0.0, 0.0, 1000.0, -1000.0, 40.0])
        return pick(r, [lambda: [at + round(bell(r), 3) for _ in range(n)], lambda: [at + (40.0 if k == 0 else 0.0) for k in range(n)],
                        lambda: [uniform(r, -40, 40) for _ in range(n)], lambda: [near(r, at + 3.0, -52, -10) for _ in range(n)], lambda: [sign(r) * pick(r, [40.0, 1000.0]) for _ in range(n)], lambda: [at] * n])()
    return [logit(r, kind if r.random() < 0.7 else "hard") for _ in range(n)]


def log_probabilities(r, kind, n):
    return [log_probability(r, kind) for _ in range(n)]


ROWS = {"probability": probabilities, "normalized": amounts, "logit": logits, "log-probability": log_probabilities, "value": logits}


def classes(soft=True):
    """A class index (soft: sometimes a distribution over the classes), and a row of 2 to 5 predictions of the scale."""

    def draw(r, kind, params, scale):
        n = 2 + r.randrange(4)
        row = ROWS[scale](r, kind, n)
        t = [float(r.randrange(n))]
        if soft and r.random() < 0.3:
            t = shares(r, n, 2)
        return t, row

    return draw


def of_classes(n):
    """As classes(), but always of n, and one of them for certain."""

    def draw(r, kind, params, scale):
        return [float(r.randrange(n))], ROWS[scale](r, kind, n)

    return draw


def possible(draw_one):
    """No prediction of 0, where the slope is infinite."""

    def draw(r, kind, params, scale):
        t, f = draw_one(r, kind, params, scale)
        return t, [x if x or scale != "probability" else 0.001 for x in f]

    return draw


def distributions():
    """A distribution as the target; a row of 2 to 5 predictions of the scale."""

    def draw(r, kind, params, scale):
        n = 2 + r.randrange(4)
        row = ROWS[scale](r, kind, n)
        t = shares(r, n, 1 + r.randrange(2, 5))
        if scale == "probability" and kind == "hard" and r.random() < 0.5:
            t = [within(near(r, p), 0.0, 1.0) for p in row]
        return t, row

    return draw


def vectors(draw_one=reals()):
    """Two rows of 2 to 4 numbers, drawn one by one."""

    def draw(r, kind, params, scale):
        pairs = [draw_one(r, kind, params, scale) for _ in range(2 + r.randrange(3))]
        return [y for y, _ in pairs], [f for _, f in pairs]

    return draw


def pair_of_vectors(labels=False, three=False):
    """Two vectors of 2 or 3 numbers (three: and a third, behind the second). labels: behind one another, for a target of -1 or +1."""

    def number(r, kind):
        return pick(r, [lambda: bell(r), lambda: decimal(r, -5, 5, 2) or 1.0])() if kind != "extreme" else sign(r) * (log_uniform(r, -900, 900) or 1.0)

    def draw(r, kind, params, scale):
        n = 2 + r.randrange(2)
        u = [number(r, kind) for _ in range(n)]
        v = [number(r, kind) for _ in range(n)]
        if kind == "hard":
            factor = pick(r, [lambda: 1.0, lambda: 3.0, lambda: -1.0, lambda: -0.5])()
            v = [near(r, factor * x, -52, -8) if r.random() < 0.8 else factor * x for x in u]
        if labels:
            return [float(sign(r))], u + v
        return (u, v + [near(r, x, -52, -4) if kind == "hard" else number(r, kind) for x in (v if r.random() < 0.5 else u)]) if three else (u, v)

    return draw


def boxes():
    """Two boxes, x1, y1, x2, y2."""

    def side(r, kind):
        if kind == "extreme":
            a, b = sign(r) * log_uniform(r, -500, 500), sign(r) * log_uniform(r, -500, 500)
        else:
            a, b = pick(r, [lambda: (decimal(r, 0, 10, 2), decimal(r, 0, 10, 2)), lambda: (bell(r), bell(r))])()
        return min(a, b), max(a, b)

    def draw(r, kind, params, scale):
        x, y = side(r, kind), side(r, kind)
        t = [x[0], y[0], x[1], y[1]]
        if kind == "hard":
            return t, [near(r, z, -52, -6) if z and r.random() < 0.8 else z for z in t]
        x, y = side(r, kind), side(r, kind)
        return t, [x[0], y[0], x[1], y[1]]

    return draw


def relevances():
    """A relevance of 0 to 3, and a score."""

    def draw(r, kind, params, scale):
        return float(r.randrange(4)), logit(r, kind)

    return draw


def with_extra(draw_one, extra):
    """A row with one more column, drawn by extra(r, kind)."""

    def draw(r, kind, params, scale):
        return (*draw_one(r, kind, params, scale), extra(r, kind))

    return draw


def series():
    """Rows at once that are far from 0 and near to one another, where sums of squares cancel; or just any."""
    any_of = sets(reals(), 4, 9)

    def draw(r, kind, params, scale):
        rows = any_of(r, kind, params, scale)
        if kind == "hard" and r.random() < 0.6:
            at = sign(r) * log_uniform(r, 0, 60)
            rows = [(near(r, at, -50, -10), near(r, at, -50, -10)) for _ in rows]
        return rows

    return draw


def sets(draw_one, low=2, high=8):
    """Low to high rows at once, for a loss that only a set of rows has."""

    def draw(r, kind, params, scale):
        n = low + r.randrange(high - low + 1)
        return [draw_one(r, kind, params, scale) for _ in range(n)]

    return draw
