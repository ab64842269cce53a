"""A distribution, or a vector, as the target; pairs, triplets and queries."""
from mpmath import mp

from .draw import boxes, distributions, pair_of_vectors, positives, possible, relevances, sets, sign, logit, near, vectors
from .entry import Loss, categorical
from .numbers import exp, log, maximum, minimum, sqrt, xlog


def kl(t, p, q, direction="target-pred"):
    a, b = (t, p) if direction == "target-pred" else (p, t)
    return sum(xlog(a_k, a_k) - xlog(a_k, b_k) for a_k, b_k in zip(a, b))


def generalized_kl(t, q):
    return sum(xlog(t_k, t_k) - xlog(t_k, q_k) + q_k - t_k for t_k, q_k in zip(t, q))


def js(t, p, q):
    m = [(a + b) / 2 for a, b in zip(t, p)]
    return (kl(t, m, q) + kl(p, m, q)) / 2


def cosine_similarity(u, v):
    def dot(a, b):
        return sum(x * y for x, y in zip(a, b))

    return dot(u, v) / sqrt(dot(u, u) * dot(v, v))


def cosine(u, v):
    return 1 - cosine_similarity(u, v)


def cosine_embedding(y, f, margin=0):
    n = len(f) // 2
    c = cosine_similarity(f[:n], f[n:])
    return 1 - c if y[0] == 1 else maximum(0, c - margin)


def margin_ranking(y, f, margin=0):
    return maximum(0, margin - y[0] * (f[0] - f[1]))


def triplet(a, f, margin=1, p=2, eps=0, swap="no"):
    def distance(x, y):
        total = sum(((x_k - y_k + eps) ** 2 if p == 2 else abs(x_k - y_k + eps) ** p) for x_k, y_k in zip(x, y))
        return 0 if total == 0 else total ** (1 / p)

    u, v = f[: len(a)], f[len(a) :]
    far = distance(a, v)
    if swap == "yes" and distance(u, v) < far:
        far = distance(u, v)
    return maximum(0, distance(a, u) - far + margin)


def giou(t, f):
    def area(x1, y1, x2, y2):
        return maximum(0, x2 - x1) * maximum(0, y2 - y1)

    inner = area(maximum(f[0], t[0]), maximum(f[1], t[1]), minimum(f[2], t[2]), minimum(f[3], t[3]))
    hull = area(minimum(t[0], f[0]), minimum(t[1], f[1]), maximum(t[2], f[2]), maximum(t[3], f[3]))
    union = area(*t) + area(*f) - inner
    return (1 if union == 0 else 1 - inner / union) + (0 if hull == 0 else (hull - union) / hull)


def ranking_softmax(rows):
    whole = sum(exp(s) for y, s in rows)
    return -sum(y * (s - log(whole)) for y, s in rows)


def pair_logit(rows):
    pairs = [log(1 + exp(-(s - z))) if s - z < 1000 else exp(-(s - z)) for y, s in rows for w, z in rows if y > w]
    return sum(pairs) / len(pairs) if pairs else mp.nan


def two_scores(r, kind, params, scale):
    a = logit(r, kind)
    return [float(sign(r))], [a, near(r, a) if kind == "hard" and r.random() < 0.5 else logit(r, kind)]


TRIPLETS = ({}, {"p": 1.0}, {"p": 3.0, "swap": "yes"}, {"margin": 0.2, "eps": 1e-6}, {"p": 1.5, "margin": 5.0})

LOSSES = [
    Loss("kl", kl, possible(distributions()), shape="row", scales=("probability", "log-probability"), prediction=categorical, params=({}, {"direction": "pred-target"}), rows=(80, 80, 20)),
    Loss("generalized-kl", generalized_kl, vectors(positives(zero=True)), shape="row", rows=(100, 100, 20)),
    Loss("js", js, possible(distributions()), shape="row", scales=("probability",), prediction=categorical, rows=(100, 100, 20)),
    Loss("cosine", cosine, pair_of_vectors(), shape="row", rows=(100, 100, 20)),
    Loss("cosine-embedding", cosine_embedding, pair_of_vectors(labels=True), shape="row", classes=False, params=({}, {"margin": 0.3}), rows=(80, 80, 20)),
    Loss("margin-ranking", margin_ranking, two_scores, shape="row", classes=False, rows=(100, 100, 50), params=({}, {"margin": 0.5})),
    Loss("triplet", triplet, pair_of_vectors(three=True), shape="row", params=TRIPLETS, rows=(100, 100, 20)),
    Loss("ranking-softmax", ranking_softmax, sets(relevances()), shape="set", rows=(60, 60, 20),
         also=[("extreme", {}, "value", (0.0, -736.4249310810113), (2.0, 709.2733919111632), (1.0, -660.1433181776295))]),
    Loss("pair-logit", pair_logit, sets(relevances(), 4, 8), shape="set", rows=(60, 60, 20),
         also=[("extreme", {}, "value", (3.0, -752.841709528957), (2.0, 744.8845245995672)),
               # A difference beyond all doubles, and a mean that is one.
               ("extreme", {}, "value", (2.0, -1e300), (3.0, -720.3), (0.0, 714.4), (1.0, 7e-243), (1.0, 1.7976931348623157e+308))]),
    Loss("giou", giou, boxes(), shape="row", rows=(100, 100, 20)),
]
