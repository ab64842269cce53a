"""A target that is drawn from a distribution whose parameter is predicted."""
from mpmath import mp, mpf

from .draw import columns, means, positive, reals, with_extra
from .entry import Loss
from .numbers import exp, log, loggamma, maximum, normal_cdf, normal_pdf, sqrt, value, xlog


def mean(f, scale):
    """The formula is about the mean and its logarithm: formula(y, f, log_f, ...)."""
    return (exp(f), f) if scale == "log" else (f, log(f))


def poisson_nll(y, f, log_f, full="none", eps=0):
    loss = f - (0 if y == 0 else y * (log(f + eps) if eps else log_f))
    if full == "exact":
        return loss + loggamma(y + 1)
    return loss + y * log(y) - y + log(2 * mp.pi * y) / 2 if full == "stirling" and y > 1 else loss


def poisson_deviance(y, f, log_f):
    return 2 * (xlog(y, y) - (0 if y == 0 else y * log_f) - y + f)


def gamma_nll(y, f, log_f):
    return log_f + y / f


def gamma_deviance(y, f, log_f):
    return 2 * (log_f - log(y) + y / f - 1)


def tweedie_deviance(y, f, log_f, power):
    p = power
    if p == 0:
        return (y - f) ** 2
    if p == 1:
        return poisson_deviance(y, f, log_f)
    if p == 2:
        return gamma_deviance(y, f, log_f)
    first = mpf(0) if y <= 0 else y ** (2 - p) / ((1 - p) * (2 - p))
    return 2 * (first - y * f ** (1 - p) / (1 - p) + f ** (2 - p) / (2 - p))


def tweedie_nll(y, f, log_f, rho):
    return -y * f ** (1 - rho) / (1 - rho) + f ** (2 - rho) / (2 - rho)


def gaussian_nll(y, f, variance, full="none", eps=0):
    v = maximum(variance, eps)
    return (log(v) + (y - f) ** 2 / v + (log(2 * mp.pi) if full == "exact" else 0)) / 2


def laplace_nll(y, f, scale):
    return log(2 * scale) + abs(y - f) / scale


def student_nll(y, f, scale, df):
    constant = loggamma(df / 2) - loggamma((df + 1) / 2) + log(df * mp.pi) / 2
    return log(scale) + (df + 1) / 2 * log(1 + ((y - f) / scale) ** 2 / df) + constant


def negbin_nll(y, f, dispersion):
    r = 1 / dispersion
    constant = loggamma(r) + loggamma(y + 1) - loggamma(y + r)
    return constant + r * log(1 + f / r) - (0 if y == 0 else y * log(f / (f + r)))


def crps_gaussian(y, f, stddev):
    z = (y - f) / stddev
    return stddev * (z * (2 * normal_cdf(z) - 1) + 2 * normal_pdf(z) - 1 / sqrt(mp.pi))


def crps(y, fs):
    m = len(fs)
    # Divided last: a result in the middle between two doubles is then exact.
    twice = 2 * m * sum(abs(x - y) for x in fs) - sum(abs(a - b) if a is not b else 0 for a in fs for b in fs)
    return twice / (2 * m * m)


def interval(y, fs, alpha):
    low, high = fs
    below = low - y if low > y else 0
    above = y - high if high < y else 0
    return (high - low) + 2 / alpha * (below + above)


def pinball(y, f, tau):
    r = y - f
    return abs(r) * (tau if r >= 0 else 1 - tau)


def wis(y, fs, levels):
    return 2 * sum(pinball(y, f, tau) for f, tau in zip(fs, levels)) / len(fs)


BOTH = ("value", "log")
LEVELS = ({"levels": (0.5,)}, {"levels": (0.1, 0.5, 0.9)}, {"levels": (0.025, 0.25, 0.75, 0.975)})


def powers(*values):
    return tuple({"power": p} for p in values)


LOSSES = [
    Loss("poisson-nll", poisson_nll, means(count=True, zero=True), scales=BOTH, prediction=mean, rows=(80, 80, 50)),
    Loss("poisson-nll", poisson_nll, means(zero=True), params=({"eps": 1e-8}, {"eps": 1e-8, "full": "stirling"}, {"full": "stirling"}), prediction=mean, rows=(60, 60, 40)),
    Loss("poisson-nll", poisson_nll, means(count=True, zero=True), params=({"full": "exact"},), scales=BOTH, prediction=mean, rows=(40, 40, 20)),
    Loss("poisson-nll", poisson_nll, means(count=True, zero=True), params=({"full": "stirling"},), scales=("log",), prediction=mean, rows=(40, 40, 20)),
    Loss("poisson-deviance", poisson_deviance, means(count=True, zero=True), scales=BOTH, prediction=mean),
    Loss("gamma-nll", gamma_nll, means(), scales=BOTH, prediction=mean),
    Loss("gamma-deviance", gamma_deviance, means(), scales=BOTH, prediction=mean),
    Loss("tweedie-deviance", tweedie_deviance, means(zero=True), params=powers(1.5, 1.1, 1.9, 1.0000001, 1.9999999, 1.3, 1.7, 1.0), scales=BOTH, prediction=mean, rows=(120, 120, 80)),
    Loss("tweedie-deviance", tweedie_deviance, means(), params=powers(2.0, 2.5, 3.0, 2.000000001, 5.0, -1.0, -0.5, 0.0), scales=BOTH, prediction=mean, rows=(100, 100, 60)),
    Loss("tweedie-nll", tweedie_nll, means(zero=True), params=tuple({"rho": p} for p in (1.5, 1.1, 1.9, 1.000001, 1.25)), scales=BOTH, prediction=mean),
    Loss("gaussian-nll", gaussian_nll, with_extra(reals(), positive), params=({}, {"full": "exact"}, {"eps": 1e-6}), rows=(150, 150, 100)),
    Loss("laplace-nll", laplace_nll, with_extra(reals(), positive)),
    Loss("student-nll", student_nll, with_extra(reals(), positive), params=tuple({"df": v} for v in (4.0, 1.0, 2.5, 30.0, 1e6, 0.1)), rows=(120, 120, 60)),
    Loss("negbin-nll", negbin_nll, with_extra(means(count=True, zero=True), positive), rows=(80, 80, 40)),
    Loss("crps-gaussian", crps_gaussian, with_extra(reals(), positive), rows=(100, 100, 60)),
    Loss("crps", crps, columns(), shape="columns"),
    Loss("interval", interval, columns(2, 2), shape="columns", params=tuple({"alpha": a} for a in (0.1, 0.05, 0.5, 0.2)), rows=(120, 120, 80)),
    Loss("wis", wis, columns(), shape="columns", params=LEVELS, rows=(120, 120, 80)),
]
