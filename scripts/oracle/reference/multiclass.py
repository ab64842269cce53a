"""One of C classes."""
from .binary import FOCAL
from .draw import classes
from .entry import Loss, categorical
from .numbers import xlog

SCALES = ("probability", "normalized", "logit", "log-probability")


def cross_entropy(t, p, q):
    return -sum(xlog(t_c, p_c) for t_c, p_c in zip(t, p))


def focal(t, p, q, gamma, alpha=1):
    return -alpha * sum(q_c ** gamma * xlog(t_c, p_c) for t_c, p_c, q_c in zip(t, p, q) if t_c != 0)


LOSSES = [
    Loss("cross-entropy", cross_entropy, classes(), shape="row", scales=SCALES, prediction=categorical, rows=(65, 65, 45)),
    Loss("focal", focal, classes(), shape="row", scales=SCALES, prediction=categorical, params=FOCAL, rows=(32, 32, 32)),
]
