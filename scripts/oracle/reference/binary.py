"""A yes-or-no target: 0 and 1 with a probability, or -1 and +1 with a score."""
from .draw import binary, distances, of_classes, sets, signs
from .entry import Loss, bernoulli, categorical
from .numbers import exp, log, maximum, power, sqrt, xlog

SCALES = ("probability", "logit", "log-probability")


def bce(y, p, q):
    return -xlog(y, p) - xlog(1 - y, q)


def focal(y, p, q, gamma, alpha=None):
    rest = y * q + (1 - y) * p
    a_t = 1 if alpha is None else y * alpha + (1 - y) * (1 - alpha)
    return a_t * rest ** gamma * bce(y, p, q)


def brier(y, p, q):
    return (y - p) ** 2


def zero_one(y, p, q, threshold=0.5):
    return 1 - y if p > threshold else y


def cost(y, p, q, fp, fn):
    return fn * y * q + fp * (1 - y) * p


def hinge(y, f, margin=1):
    return maximum(0, margin - y * f) if y * f < margin else 0


def squared_hinge(y, f, margin=1):
    return (margin - y * f) ** 2 if y * f < margin else 0


def smoothed_hinge(y, f, gamma=1):
    a = y * f
    return 0 if a >= 1 else (1 - a) ** 2 / (2 * gamma) if a >= 1 - gamma else 1 - gamma / 2 - a


def modified_huber(y, f):
    a = y * f
    return 0 if a >= 1 else (1 - a) ** 2 if a >= -1 else -4 * a


def perceptron(y, f):
    return -y * f if y * f < 0 else 0


def exponential(y, f):
    return exp(-y * f)


def logistic(y, f):
    return log(1 + exp(-y * f))


def sigmoid_margin(y, f):
    return 2 / (1 + exp(2 * y * f))


def squared_margin(y, f):
    return (1 - y * f) ** 2


def dwd(y, f, q):
    a = y * f
    return 1 - a if a <= q / (q + 1) else power(q / ((q + 1) * a), q) / (q + 1)


def savage(y, f):
    return 1 / (1 + exp(2 * y * f)) ** 2


def sparsemax(y, f):
    a = y * f
    return 0 if a >= 1 else (1 - a) ** 2 / 4 if a > -1 else -a


def hinge_embedding(y, d, margin):
    return d if y > 0 else maximum(0, margin - d) if d < margin else 0


def contrastive(y, d, margin):
    return y * d ** 2 + (1 - y) * ((margin - d) ** 2 if d < margin else 0)


def dice(rows, smooth=0):
    both = sum(y * p for y, p, q in rows)
    return 1 - (2 * both + smooth) / (sum(p for y, p, q in rows) + sum(y for y, p, q in rows) + smooth)


def tversky(rows, alpha=0.5, beta=0.5, smooth=0):
    both = sum(y * p for y, p, q in rows)
    false_positive = sum(p * (1 - y) for y, p, q in rows)
    false_negative = sum(q * y for y, p, q in rows)
    return 1 - (both + smooth) / (both + alpha * false_positive + beta * false_negative + smooth)


def calibration(pairs, bins=15, norm="l1"):
    """pairs: the probability of what was said, and whether it happened."""
    gaps = []
    for b in range(int(bins)):
        inside = [(p, y) for p, y in pairs if (b < p * bins or b == 0) and p * bins <= b + 1]
        if inside:
            gaps.append((len(inside), abs(sum(y - p for p, y in inside)) / len(inside)))
    if norm == "max":
        return max(g for _, g in gaps)
    mean = sum(m * (g ** 2 if norm == "l2" else g) for m, g in gaps) / len(pairs)
    return sqrt(mean) if norm == "l2" else mean


def ece(rows, bins=15, norm="l1"):
    return calibration([(p, y) for y, p, q in rows], bins, norm)


def ece_of_classes(rows, bins=15, norm="l1"):
    pairs = []
    for t, p, q in rows:
        top = p.index(max(p))
        pairs.append((p[top], 1 if t[0] == top else 0))
    return calibration(pairs, bins, norm)


BINS = ({}, {"bins": 10.0, "norm": "l2"}, {"bins": 4.0, "norm": "max"}, {"bins": 7.0})

FOCAL = tuple(
    [{"gamma": g} for g in (0.0, 0.5, 1.0, 2.0, 5.0)] + [{"gamma": 2.0, "alpha": 0.25}, {"gamma": 0.5, "alpha": 0.9}, {"gamma": 2.5, "alpha": 0.3}]
)

LOSSES = [
    Loss("bce", bce, binary(), scales=SCALES, prediction=bernoulli, rows=(160, 160, 120)),
    Loss("cross-entropy", bce, binary(), scales=SCALES, prediction=bernoulli, rows=(20, 20, 20)),
    Loss("focal", focal, binary(), scales=SCALES, prediction=bernoulli, params=FOCAL, rows=(64, 64, 64)),
    Loss("brier", brier, binary(), scales=SCALES, prediction=bernoulli, rows=(110, 110, 80)),
    Loss("zero-one", zero_one, binary(), scales=SCALES, prediction=bernoulli, params=({"threshold": 0.5}, {"threshold": 0.25}, {"threshold": 0.9}), rows=(60, 60, 40)),
    Loss("cost", cost, binary(), scales=("probability",), prediction=bernoulli, params=({"fp": 1.0, "fn": 1.0}, {"fp": 0.3, "fn": 5.0}, {"fp": 10.0, "fn": 0.7})),
    Loss("hinge", hinge, signs(), params=({}, {"margin": 0.5}, {"margin": 2.3})),
    Loss("squared-hinge", squared_hinge, signs(), params=({}, {"margin": 0.5}, {"margin": 2.3})),
    Loss("smoothed-hinge", smoothed_hinge, signs(), params=({}, {"gamma": 0.5}, {"gamma": 2.0}, {"gamma": 0.1})),
    Loss("modified-huber", modified_huber, signs()),
    Loss("perceptron", perceptron, signs()),
    Loss("exponential", exponential, signs()),
    Loss("logistic", logistic, signs()),
    Loss("sigmoid-margin", sigmoid_margin, signs()),
    Loss("squared-margin", squared_margin, signs()),
    Loss("dwd", dwd, signs(), params=({"q": 1.0}, {"q": 0.5}, {"q": 3.0}, {"q": 0.7})),
    Loss("savage", savage, signs()),
    Loss("sparsemax-binary", sparsemax, signs()),
    Loss("hinge-embedding", hinge_embedding, distances(), params=({"margin": 1.0}, {"margin": 0.3}, {"margin": 2.5})),
    Loss("contrastive", contrastive, distances((0.0, 1.0)), params=({"margin": 1.0}, {"margin": 0.3}, {"margin": 2.5})),
    Loss("dice", dice, sets(binary()), shape="set", scales=("probability", "logit"), prediction=bernoulli, params=({}, {"smooth": 1.0}), rows=(100, 100, 60),
         also=[("extreme", {}, "logit", (0.0, -800.0), (0.0, -900.0)), ("extreme", {}, "logit", (0.0, -2000.0))]),
    Loss("tversky", tversky, sets(binary()), shape="set", scales=("probability", "logit"), prediction=bernoulli,
         params=({}, {"alpha": 0.3, "beta": 0.7}, {"alpha": 1.0, "beta": 1.0, "smooth": 1.0}), rows=(100, 100, 60),
         # In the middle between two doubles, which no logit alone is.
         also=[("hard", {"alpha": 0.5, "beta": 2.0 ** -54, "smooth": 0.25 - 2.0 ** -55}, "logit", (0.5, z), (0.5, -z), *more)
               # And beside it by less than 31 digits tell.
               for z in (0.3, 1.3, 2.7) for more in ((), ((0.0, -100.0),), ((0.0, -1500.0),))]),
    Loss("ece", ece, sets(binary(), 5, 20), shape="set", scales=("probability", "logit"), prediction=bernoulli, params=BINS, rows=(28, 28, 12)),
    Loss("ece", ece_of_classes, sets(of_classes(4), 5, 10), shape="set", scales=("probability", "logit"), prediction=categorical, params=BINS, rows=(20, 20, 0)),
]
