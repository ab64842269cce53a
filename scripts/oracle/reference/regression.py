"""A target and a prediction on the same scale."""
from .draw import reals
from .entry import Loss


def mse(y, f):
    return (y - f) ** 2


def half_squared(y, f):
    return (y - f) ** 2 / 2


def mae(y, f):
    return abs(y - f)


def huber(y, f, delta):
    r = y - f
    return r ** 2 / 2 if abs(r) <= delta else delta * (abs(r) - delta / 2)


LOSSES = [
    Loss("mse", mse, reals()),
    Loss("half-squared", half_squared, reals()),
    Loss("mae", mae, reals()),
    Loss("huber", huber, reals(corner="delta"), params=tuple({"delta": d} for d in (1.0, 0.1, 1.35, 1e-3, 2.5, 1e200)), rows=(200, 250, 150)),
]
