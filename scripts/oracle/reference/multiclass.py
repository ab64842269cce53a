"""One of C classes."""
from mpmath import mpf

from .binary import FOCAL, bce, zero_one
from .draw import binary, classes, of_classes, sets, vectors
from .entry import Loss, bernoulli, categorical
from .numbers import log, maximum, value, xlog

SCALES = ("probability", "normalized", "logit", "log-probability")


def cross_entropy(t, p, q):
    return -sum(xlog(t_c, p_c) for t_c, p_c in zip(t, p))


def focal(t, p, q, gamma, alpha=1):
    return -alpha * sum(q_c ** gamma * xlog(t_c, p_c) for t_c, p_c, q_c in zip(t, p, q) if t_c != 0)


def mean(t, of_class):
    """The mean over the classes c of of_class(c)."""
    return sum(t_c * of_class(c) for c, t_c in enumerate(t) if t_c != 0)


def gce(t, p, rest, q=0.5):
    return mean(t, lambda c: (1 - p[c] ** q) / q)


def poly1(t, p, q, epsilon=2):
    return mean(t, lambda c: -log(p[c]) + epsilon * q[c])


def multi_margin(t, z, p=1, margin=1):
    return mean(t, lambda c: sum(maximum(0, margin - z[c] + z_j) ** p for j, z_j in enumerate(z) if j != c)) / len(z)


def highest(xs):
    best = xs[0]
    for x in xs[1:]:
        best = x if x > best else best
    return best


def multiclass_hinge(t, z, variant="cs"):
    def of_class(c):
        if variant == "ova":
            return sum(maximum(0, 1 - (z_j if j == c else -z_j)) for j, z_j in enumerate(z))
        others = [z_j for j, z_j in enumerate(z) if j != c]
        return maximum(0, 1 + highest([0] + others if variant == "keras" else others) - z[c])

    # Divided last: a result in the middle between two doubles is then exact.
    return mean(t, of_class) / (len(z) if variant == "ova" else 1)


def multiclass_perceptron(t, z):
    return mean(t, lambda c: highest([z[c]] + z) - z[c])


def multiclass_sparsemax(t, z):
    order = sorted(z, key=value, reverse=True)
    support = [x for k, x in enumerate(order) if 1 + (k + 1) * value(x) > sum(value(y) for y in order[: k + 1])]
    tau = (sum(support) - 1) / len(support)
    p = [maximum(0, x - tau) for x in z]
    return mean(t, lambda c: sum(p_j * (z_j - z[c]) for p_j, z_j in zip(p, z)) + (1 - sum(p_j ** 2 for p_j in p)) / 2)


def multilabel_margin(t, z):
    n = range(len(z))
    return sum(t[j] * (1 - t[i]) * maximum(0, 1 - (z[j] - z[i])) for j in n for i in n if i != j) / len(z)


def multiclass_brier(t, p, q):
    return sum((t_c * q_c - (1 - t_c) * p_c) ** 2 for t_c, p_c, q_c in zip(t, p, q))


def rps(t, p, q):
    return sum(sum(p_j - t_j for p_j, t_j in zip(p[: k + 1], t)) ** 2 for k in range(len(p) - 1)) / (len(p) - 1)


def top_k(t, z, k=1):
    return mean(t, lambda c: 1 if sum(z_j >= z[c] for j, z_j in enumerate(z) if j != c) >= k else 0)


def generalized_dice(rows, smooth=1, epsilon=1e-7):
    top = bottom = 0
    for c in range(3):
        t = [1 if t[0] == c else 0 for t, p, q in rows]
        p = [p[c] for t, p, q in rows]
        weight = 1 / (sum(t) ** 2 + mpf(epsilon))
        top += weight * (1 - (sum(a * b for a, b in zip(t, p)) + smooth) / ((sum(t) + sum(p)) / 2 + smooth))
        bottom += weight
    return top / bottom


MARGIN = tuple({"p": p, "margin": m} for p in (1.0, 2.0) for m in (1.0, 0.3))
THREE = ("probability", "logit", "log-probability")

LOSSES = [
    Loss("cross-entropy", cross_entropy, classes(), shape="row", scales=SCALES, prediction=categorical, rows=(65, 65, 45)),
    Loss("focal", focal, classes(), shape="row", scales=SCALES, prediction=categorical, params=FOCAL, rows=(32, 32, 32)),
    Loss("gce", gce, classes(), shape="row", scales=THREE, prediction=categorical, params=({}, {"q": 1.0}, {"q": 0.1}), rows=(40, 40, 20)),
    Loss("poly1", poly1, classes(), shape="row", scales=THREE, prediction=categorical, params=({}, {"epsilon": -1.0}, {"epsilon": -0.3}), rows=(40, 40, 20)),
    Loss("multi-margin", multi_margin, classes(), shape="row", params=MARGIN, rows=(100, 100, 20)),
    Loss("multiclass-hinge", multiclass_hinge, classes(), shape="row", rows=(90, 90, 20), params=({}, {"variant": "keras"}, {"variant": "ova"})),
    Loss("multiclass-perceptron", multiclass_perceptron, classes(), shape="row", rows=(100, 100, 20)),
    Loss("multiclass-sparsemax", multiclass_sparsemax, classes(), shape="row", rows=(100, 100, 20)),
    Loss("multilabel-soft-margin", bce, vectors(binary()), scales=("logit", "probability"), prediction=bernoulli, rows=(60, 60, 20)),
    Loss("multilabel-margin", multilabel_margin, vectors(binary()), shape="row", rows=(80, 80, 20)),
    Loss("hamming", zero_one, vectors(binary(soft=False)), scales=("probability", "logit"), prediction=bernoulli, rows=(30, 30, 20)),
    Loss("multiclass-brier", multiclass_brier, classes(), shape="row", scales=("probability", "normalized", "logit"), prediction=categorical, rows=(60, 60, 20)),
    Loss("rps", rps, classes(), shape="row", scales=("probability",), prediction=categorical, rows=(100, 100, 20)),
    Loss("top-k", top_k, classes(), shape="row", params=({}, {"k": 2.0}), rows=(60, 60, 20)),
    Loss("generalized-dice", generalized_dice, sets(of_classes(3), 3, 9), shape="set", scales=("probability", "logit"), prediction=categorical, params=({}, {"smooth": 0.1}), rows=(40, 40, 20),
         also=[("extreme", {}, "normalized", ([1.0], [0.9999999999, 0.5000000000007221, 0.5]), ([0.0], [5e-324, 1.250272460113e-312, 6.4225254027434e-311]),
                ([0.0], [0.9999999999999998, 2.764633967167818e-172, 0.5])),
               ("extreme", {"smooth": 0.0}, "logit", ([0.0], [-736.2670488574639, -719.6318921119165, 741.2867451263069])),
               ("extreme", {"smooth": 0.0}, "logit", ([0.0], [689.5779087000475, -708.9139960014788, -682.1210364902026]), ([1.0], [-693.3718450755489, 727.700556646917, -693.858022372595]))]),
]
