"""A yes-or-no target."""
from .draw import binary
from .entry import Loss, bernoulli
from .numbers import xlog

SCALES = ("probability", "logit", "log-probability")


def bce(y, p, q):
    return -xlog(y, p) - xlog(1 - y, q)


def focal(y, p, q, gamma, alpha=None):
    rest = y * q + (1 - y) * p
    a_t = 1 if alpha is None else y * alpha + (1 - y) * (1 - alpha)
    return a_t * rest ** gamma * bce(y, p, q)


FOCAL = tuple(
    [{"gamma": g} for g in (0.0, 0.5, 1.0, 2.0, 5.0)] + [{"gamma": 2.0, "alpha": 0.25}, {"gamma": 0.5, "alpha": 0.9}, {"gamma": 2.5, "alpha": 0.3}]
)

LOSSES = [
    Loss("bce", bce, binary(), scales=SCALES, prediction=bernoulli, rows=(160, 160, 120)),
    Loss("cross-entropy", bce, binary(), scales=SCALES, prediction=bernoulli, rows=(20, 20, 20)),
    Loss("focal", focal, binary(), scales=SCALES, prediction=bernoulli, params=FOCAL, rows=(64, 64, 64)),
]
