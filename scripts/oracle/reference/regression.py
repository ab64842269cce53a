"""A target and a prediction on the same scale."""
from .draw import not_zero, reals
from .entry import Loss
from .numbers import maximum, sign


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


def pinball(y, f, tau):
    return abs(y - f) * (tau if f <= y else 1 - tau)


def expectile(y, f, tau):
    return (y - f) ** 2 * (tau if f <= y else 1 - tau)


def ape(y, f, floor=0):
    return abs(y - f) / maximum(abs(y), floor)


def spe(y, f, floor=0):
    return ((y - f) / maximum(abs(y), floor)) ** 2


def smape(y, f):
    return 2 * abs(y - f) / (abs(y) + abs(f))


def error(y, f):
    return y - f


def pe(y, f):
    return (y - f) / y


def epsilon_insensitive(y, f, epsilon):
    return maximum(0, abs(y - f) - epsilon)


def squared_epsilon_insensitive(y, f, epsilon):
    r = y - f
    return (r - sign(r) * epsilon) ** 2 if abs(r) >= epsilon else 0


def tukey(y, f, c):
    r = y - f
    return c ** 2 / 6 * (1 - (1 - (r / c) ** 2) ** 3) if abs(r) <= c else c ** 2 / 6


def within(y, f, tolerance):
    return 0 if abs(y - f) <= tolerance else 1


def variants(name, *values):
    return tuple({name: v} for v in values)


LOSSES = [
    Loss("mse", mse, reals()),
    Loss("half-squared", half_squared, reals()),
    Loss("mae", mae, reals()),
    Loss("huber", huber, reals(corner="delta"), params=variants("delta", 1.0, 0.1, 1.35, 1e-3, 2.5, 1e200), rows=(200, 250, 150)),
    Loss("smooth-l1", smooth_l1, reals(corner="beta"), params=variants("beta", 1.0, 0.1, 1.35, 1e-3, 2.5, 1e200)),
    Loss("pinball", pinball, reals(), params=variants("tau", 0.5, 0.9, 0.1, 0.975, 1e-3)),
    Loss("expectile", expectile, reals(), params=variants("tau", 0.5, 0.9, 0.1, 0.975, 1e-3)),
    Loss("ape", ape, not_zero(reals()), params=({}, {"floor": 0.1}, {"floor": 1.0})),
    Loss("spe", spe, not_zero(reals()), params=({}, {"floor": 0.1}, {"floor": 1.0})),
    Loss("smape", smape, not_zero(reals(), prediction=True)),
    Loss("error", error, reals()),
    Loss("pe", pe, not_zero(reals())),
    Loss("epsilon-insensitive", epsilon_insensitive, reals(corner="epsilon"), params=variants("epsilon", 0.1, 0.0, 1.0, 1e-3)),
    Loss("squared-epsilon-insensitive", squared_epsilon_insensitive, reals(corner="epsilon"), params=variants("epsilon", 0.1, 0.0, 1.0, 1e-3)),
    Loss("tukey", tukey, reals(corner="c"), params=variants("c", 4.685, 1.0, 0.1, 10.0, 1e6)),
    Loss("within", within, reals(corner="tolerance"), params=variants("tolerance", 1.0, 0.1, 1e-3), rows=(80, 150, 50)),
]
