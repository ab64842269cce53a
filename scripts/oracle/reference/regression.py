"""A target and a prediction on the same scale."""
from mpmath import mp, mpf

from .draw import above_minus_one, not_zero, reals, series, sets
from .entry import Loss
from .numbers import cos, cosh, exp, log, maximum, sign, sqrt, value


def mse(y, f):
    return (y - f) ** 2


def half_squared(y, f):
    return (y - f) ** 2 / 2


def mae(y, f):
    return abs(y - f)


def huber(y, f, delta):
    r = y - f
    return r ** 2 / 2 if abs(r) <= delta else delta * (abs(r) - delta / 2)


def smooth_l1(y, f, beta):
    r = y - f
    return r ** 2 / (2 * beta) if abs(r) < beta else abs(r) - beta / 2


def size(x):
    """|x| that keeps its derivatives at 0, for losses that have no corner there."""
    return x if x >= 0 else -x


def pseudo_huber(y, f, delta):
    return delta ** 2 * (sqrt(1 + ((y - f) / delta) ** 2) - 1)


def log_cosh(y, f):
    return log(cosh(y - f))


def pinball(y, f, tau):
    return abs(y - f) * (tau if f <= y else 1 - tau)


def expectile(y, f, tau):
    return (y - f) ** 2 * (tau if f <= y else 1 - tau)


def squared_log(y, f):
    return (log(1 + f) - log(1 + y)) ** 2


def ape(y, f, floor=0):
    return abs(y - f) / maximum(abs(y), floor)


def spe(y, f, floor=0):
    return ((y - f) / maximum(abs(y), floor)) ** 2


def smape(y, f):
    # At f = 0, a corner, the slope is the mean of both sides, as that of |f| is.
    return 2 * abs(y - f) / (abs(y) + abs(f))


def error(y, f):
    return y - f


def pe(y, f):
    return (y - f) / y


def lp(y, f, p):
    return abs(y - f) if p == 1 else size(y - f) ** p


def fair(y, f, c):
    x = size(y - f) / c
    return c ** 2 * (x - log(1 + x))


def epsilon_insensitive(y, f, epsilon):
    return maximum(0, abs(y - f) - epsilon)


def squared_epsilon_insensitive(y, f, epsilon):
    r = y - f
    # The second derivative jumps at |r| = epsilon; there it is that from outside, as the card says.
    return (r - sign(r) * epsilon) ** 2 if abs(r) >= epsilon else 0


def general_robust(y, f, alpha, c):
    z = ((y - f) / c) ** 2
    if alpha == 2:
        return z / 2
    if alpha == 0:
        return log(1 + z / 2)
    if mp.isinf(alpha):
        return 1 - exp(-z / 2)
    b = abs(alpha - 2)
    return b / alpha * ((1 + z / b) ** (alpha / 2) - 1)


def tukey(y, f, c):
    r = y - f
    return c ** 2 / 6 * (1 - (1 - (r / c) ** 2) ** 3) if abs(r) <= c else c ** 2 / 6


def periodic(y, f, period):
    return 1 - cos(2 * mp.pi * (y - f) / period)


def logit_dist(y, f):
    r = y - f
    if abs(value(r)) > 1000:
        r = size(r)  # e^r of a great negative r is lost beside 1; the loss is even
        return -log(4 * exp(-r) / (1 + exp(-r)) ** 2)
    return -log(4 * exp(r) / (1 + exp(r)) ** 2)


def within(y, f, tolerance):
    return 0 if abs(y - f) <= tolerance else 1


# --- of a set of rows -----------------------------------------------------------------------------------------------------


def mean(xs):
    return sum(xs) / len(xs)


def quotient(a, b):
    return (mp.nan if a == 0 else mp.sign(a) * mpf("inf")) if b == 0 else a / b


def wmape(rows):
    return quotient(sum(abs(y - f) for y, f in rows), sum(abs(y) for y, _ in rows))


def mase(rows, season=1, **train):
    error = mean([abs(y - f) for y, f in rows])
    if train:
        return error / train["mae-train"]
    m = int(season)
    steps = [abs(b[0] - a[0]) for a, b in zip(rows, rows[m:])]
    return quotient(error, mean(steps)) if steps else mp.nan


def squared_errors(rows):
    return sum((y - f) ** 2 for y, f in rows)


def spread(xs):
    return sum((x - mean(xs)) ** 2 for x in xs)


def targets(rows):
    return [y for y, _ in rows]


def predictions(rows):
    return [f for _, f in rows]


def r2(rows):
    return 1 - quotient(squared_errors(rows), spread(targets(rows)))


def adjusted_r2(rows, predictors):
    n = len(rows)
    return mp.nan if n <= predictors + 1 else 1 - (1 - r2(rows)) * (n - 1) / (n - predictors - 1)


def explained_variance(rows):
    return 1 - quotient(spread([y - f for y, f in rows]), spread(targets(rows)))


def rse(rows, rooted="no"):
    ratio = quotient(squared_errors(rows), spread(targets(rows)))
    return sqrt(ratio) if rooted == "yes" and not mp.isnan(ratio) else ratio


def rae(rows):
    ys = targets(rows)
    return quotient(sum(abs(y - f) for y, f in rows), sum(abs(y - mean(ys)) for y in ys))


def nrmse(rows, divisor="mean"):
    ys = targets(rows)
    size = {"mean": lambda: abs(mean(ys)), "range": lambda: max(ys) - min(ys), "std": lambda: sqrt(spread(ys) / len(ys)), "l2": lambda: sqrt(sum(y ** 2 for y in ys))}
    return quotient(sqrt(squared_errors(rows) / len(rows)), size[divisor]())


def common(rows):
    ym, fm = mean(targets(rows)), mean(predictions(rows))
    return sum((y - ym) * (f - fm) for y, f in rows)


def ccc(rows, divisor="n"):
    n = len(rows) - (divisor == "n-1")
    shift = mean(targets(rows)) - mean(predictions(rows))
    return quotient(2 * common(rows) / n, spread(targets(rows)) / n + spread(predictions(rows)) / n + shift ** 2)


def corr2(rows):
    return quotient(common(rows) ** 2, spread(targets(rows)) * spread(predictions(rows)))


def variants(name, *values):
    return tuple({name: v} for v in values)


ROBUST = tuple({"alpha": a, "c": c} for a, c in ((1.0, 1.0), (0.0, 1.0), (-2.0, 1.0), (float("-inf"), 1.0), (2.0, 1.0), (1.5, 0.7), (1e-9, 1.0), (-1e-9, 2.0), (1.999999999, 0.1), (-30.0, 1.35), (-1e6, 3.0)))

LOSSES = [
    Loss("mse", mse, reals()),
    Loss("half-squared", half_squared, reals()),
    Loss("mae", mae, reals()),
    Loss("huber", huber, reals(corner="delta"), params=variants("delta", 1.0, 0.1, 1.35, 1e-3, 2.5, 1e200), rows=(200, 250, 150)),
    Loss("smooth-l1", smooth_l1, reals(corner="beta"), params=variants("beta", 1.0, 0.1, 1.35, 1e-3, 2.5, 1e200)),
    Loss("pseudo-huber", pseudo_huber, reals(corner="delta"), params=variants("delta", 1.0, 0.1, 1.35, 1e-3, 2.5, 1e200, 1e-200)),
    Loss("log-cosh", log_cosh, reals()),
    Loss("pinball", pinball, reals(), params=variants("tau", 0.5, 0.9, 0.1, 0.975, 1e-3)),
    Loss("expectile", expectile, reals(), params=variants("tau", 0.5, 0.9, 0.1, 0.975, 1e-3)),
    Loss("squared-log", squared_log, above_minus_one()),
    Loss("ape", ape, not_zero(reals()), params=({}, {"floor": 0.1}, {"floor": 1.0})),
    Loss("spe", spe, not_zero(reals()), params=({}, {"floor": 0.1}, {"floor": 1.0})),
    Loss("smape", smape, not_zero(reals(), prediction=True), also=[("hard", {}, "value", y, 0.0) for y in (1.0, -1.0, 0.3, -2.5, 1e300, 5e-324)]),
    Loss("error", error, reals()),
    Loss("pe", pe, not_zero(reals())),
    Loss("lp", lp, reals(), params=variants("p", 3.0, 1.5, 1.1, 2.5, 4.0, 7.3, 1.0, 2.0)),
    Loss("fair", fair, reals(corner="c"), params=variants("c", 1.0, 0.1, 1.3998, 1e-3, 1e6)),
    Loss("epsilon-insensitive", epsilon_insensitive, reals(corner="epsilon"), params=variants("epsilon", 0.1, 0.0, 1.0, 1e-3)),
    Loss("squared-epsilon-insensitive", squared_epsilon_insensitive, reals(corner="epsilon"), params=variants("epsilon", 0.1, 0.0, 1.0, 1e-3)),
    Loss("general-robust", general_robust, reals(corner="c"), params=ROBUST, rows=(220, 220, 110)),
    Loss("tukey", tukey, reals(corner="c"), params=variants("c", 4.685, 1.0, 0.1, 10.0, 1e6)),
    Loss("periodic", periodic, reals(), params=variants("period", 1.0, 24.0, 360.0, 6.283185307179586, 0.1)),
    Loss("logit-dist", logit_dist, reals()),
    Loss("within", within, reals(corner="tolerance"), params=variants("tolerance", 1.0, 0.1, 1e-3), rows=(80, 150, 50)),
    Loss("wmape", wmape, sets(reals()), shape="set", rows=(100, 100, 60)),
    Loss("mase", mase, series(), shape="set", params=({}, {"season": 3}, {"mae-train": 2.5}), rows=(100, 100, 60)),
    Loss("r2", r2, series(), shape="set", rows=(100, 100, 60)),
    Loss("adjusted-r2", adjusted_r2, series(), shape="set", params=variants("predictors", 1, 0, 2), rows=(100, 100, 60)),
    Loss("explained-variance", explained_variance, series(), shape="set", rows=(100, 100, 60)),
    Loss("rse", rse, series(), shape="set", params=({}, {"rooted": "yes"}), rows=(100, 100, 60)),
    Loss("rae", rae, series(), shape="set", rows=(100, 100, 60)),
    Loss("nrmse", nrmse, series(), shape="set", params=variants("divisor", "mean", "range", "std", "l2"), rows=(100, 100, 60)),
    Loss("ccc", ccc, series(), shape="set", params=variants("divisor", "n", "n-1"), rows=(100, 100, 60)),
    Loss("corr2", corr2, series(), shape="set", rows=(100, 100, 60)),
]
