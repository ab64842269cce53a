#!/usr/bin/python3
"""What PyTorch and scikit-learn themselves answer, for losscalc's --convention to be held to.

Writes src/test/resources/oracle/conventions/{torch,sklearn}.csv: the loss as it is typed, its options, the rows of
the data (a header, then rows, between |; their cells between blanks) and the library's value. All is computed in
float64. PyTorch 1.13 and scikit-learn 1.2.1 wrote what lies there (Debian's python3-torch and python3-sklearn).
exact.csv holds single rows under the options of the formula, their values computed to 60 digits and rounded once.
"""

import csv
import pathlib
import warnings

import mpmath as mp
import numpy as np
import sklearn
import sklearn.metrics as metrics
import torch
from torch import nn

warnings.filterwarnings("ignore")
OUT = pathlib.Path(__file__).resolve().parents[2] / "src/test/resources/oracle/conventions"
RNG = np.random.default_rng(20260401)
D = torch.float64


def table(header, *columns):
    rows = [" ".join(header)]
    for cells in zip(*columns):
        rows.append(" ".join(repr(x.item() if hasattr(x, "item") else x) for x in cells))
    return "|".join(rows)


def t(x, kind=D):
    return torch.tensor(np.asarray(x), dtype=kind)


def binary(n, hard=True):
    y = RNG.integers(0, 2, n) if hard else RNG.random(n).round(3)
    return y, RNG.random(n)


def classes(n, c):
    z = RNG.normal(0, 3, (n, c)).round(4)
    e = np.exp(z - z.max(1, keepdims=True))
    return RNG.integers(0, c, n), z, e / e.sum(1, keepdims=True)


def torch_cases():
    for n in (5, 40):
        y, p = binary(n)
        p[0], y[0] = 0.0, 1
        p[1], y[1] = 1.0, 0
        p[2], y[2] = 1e-50, 1
        data = table(["y", "p"], y, p)
        w = RNG.random(n).round(3)
        yield "bce", "", data, nn.BCELoss()(t(p), t(y))
        yield "bce", "--reduction sum", data, nn.BCELoss(reduction="sum")(t(p), t(y))
        weighted = table(["y", "p", "w"], y, p, w)
        yield "bce", "--weight w", weighted, nn.BCELoss(weight=t(w))(t(p), t(y))
        y, p = binary(n, hard=False)
        yield "bce", "--soft-labels", table(["y", "p"], y, p), nn.BCELoss()(t(p), t(y))
        y, _ = binary(n)
        z = RNG.normal(0, 8, n)
        data = table(["y", "z"], y, z)
        yield "BCEWithLogitsLoss", "", data, nn.BCEWithLogitsLoss()(t(z), t(y))
        yield "bce", "--from logit --pos-weight 3.5", data, nn.BCEWithLogitsLoss(pos_weight=t(3.5))(t(z), t(y))
        s = y * 2 - 1
        yield "SoftMarginLoss", "", table(["y", "z"], s, z), nn.SoftMarginLoss()(t(z), t(s))
        d = abs(z)
        yield "hinge-embedding", "--margin 2", table(["y", "z"], s, d), nn.HingeEmbeddingLoss(margin=2)(t(d), t(s))
    for n, c in ((6, 3), (30, 5)):
        yield from torch_classes(n, c)
    yield from torch_regression()
    yield from torch_rows()


def torch_classes(n, c):
    y, z, p = classes(n, c)
    names = [f"z{k}" for k in range(c)]
    data = table(["y"] + names, y, *z.T)
    weights = (RNG.random(c) * 5 + 0.1).round(2)
    typed = "--class-weight " + ",".join(f"{k}={float(w)!r}" for k, w in enumerate(weights))
    w = t(weights)
    i = t(y, torch.long)
    yield "CrossEntropyLoss", "", data, nn.CrossEntropyLoss()(t(z), i)
    yield "CrossEntropyLoss", typed, data, nn.CrossEntropyLoss(weight=w)(t(z), i)
    yield "CrossEntropyLoss", typed + " --reduction sum", data, nn.CrossEntropyLoss(weight=w, reduction="sum")(t(z), i)
    yield "CrossEntropyLoss", "--label-smoothing 0.1", data, nn.CrossEntropyLoss(label_smoothing=0.1)(t(z), i)
    both = nn.CrossEntropyLoss(weight=w, label_smoothing=0.1)
    yield "CrossEntropyLoss", typed + " --label-smoothing 0.1", data, both(t(z), i)
    some = y.copy()
    some[::4] = -100
    yield "CrossEntropyLoss", typed, table(["y"] + names, some, *z.T), nn.CrossEntropyLoss(weight=w)(
        t(z), t(some, torch.long)
    )
    hot = np.eye(c)[y]
    targets = [f"t{k}" for k in range(c)]
    columns = "-t t0:t%d -p z0:z%d " % (c - 1, c - 1)
    columns_data = table(targets + names, *hot.T, *z.T)
    yield "CrossEntropyLoss", columns + typed, columns_data, nn.CrossEntropyLoss(weight=w)(t(z), t(hot))
    yield "CrossEntropyLoss", columns + typed + " --label-smoothing 0.1", columns_data, both(t(z), t(hot))
    soft = RNG.dirichlet(np.ones(c), n)
    soft_data = table(targets + names, *soft.T, *z.T)
    yield "CrossEntropyLoss", columns + "--label-smoothing 0.2", soft_data, nn.CrossEntropyLoss(label_smoothing=0.2)(
        t(z), t(soft)
    )
    log = np.log(p)
    log_data = table(["y"] + names, y, *log.T)
    yield "NLLLoss", "", log_data, nn.NLLLoss()(t(log), i)
    yield "NLLLoss", typed, log_data, nn.NLLLoss(weight=w)(t(log), i)
    for power in (1, 2):
        loss = nn.MultiMarginLoss(p=power, margin=0.7)
        yield "MultiMarginLoss", f"--p {power} --margin 0.7", data, loss(t(z), i)
    loss = nn.MultiMarginLoss(weight=w)
    yield "MultiMarginLoss", typed, data, loss(t(z), i)
    labels = RNG.integers(0, 2, (n, c))
    label_data = table(targets + names, *labels.T, *z.T)
    yield "MultiLabelSoftMarginLoss", columns, label_data, nn.MultiLabelSoftMarginLoss()(t(z), t(labels))
    q = RNG.dirichlet(np.ones(c), n)
    prob_data = table(targets + names, *soft.T, *q.T)
    log_q = np.log(q)
    log_q_data = table(targets + names, *soft.T, *log_q.T)
    yield "KLDivLoss", columns, log_q_data, nn.KLDivLoss()(t(log_q), t(soft))
    yield "kl", columns, prob_data, nn.KLDivLoss()(t(log_q), t(soft))
    yield "kl", columns + "--divide none", prob_data, nn.KLDivLoss(reduction="batchmean")(t(log_q), t(soft))


def torch_regression():
    y = RNG.normal(0, 3, 30)
    f = y + RNG.normal(0, 2, 30)
    data = table(["y", "f"], y, f)
    yield "mse", "", data, nn.MSELoss()(t(f), t(y))
    yield "mae", "", data, nn.L1Loss()(t(f), t(y))
    yield "huber", "", data, nn.HuberLoss()(t(f), t(y))
    yield "huber", "--delta 2.5", data, nn.HuberLoss(delta=2.5)(t(f), t(y))
    yield "smooth-l1", "--beta 0.5", data, nn.SmoothL1Loss(beta=0.5)(t(f), t(y))
    counts = RNG.poisson(2, 30)
    mean = RNG.gamma(2, 1, 30)
    data = table(["y", "f"], counts, mean)
    yield "poisson-nll", "", data, nn.PoissonNLLLoss(log_input=False)(t(mean), t(counts))
    full = nn.PoissonNLLLoss(log_input=False, full=True)
    yield "poisson-nll", "--full stirling", data, full(t(mean), t(counts))
    log = np.log(mean)
    data = table(["y", "f"], counts, log)
    yield "PoissonNLLLoss", "", data, nn.PoissonNLLLoss()(t(log), t(counts))
    yield "PoissonNLLLoss", "--full stirling", data, nn.PoissonNLLLoss(full=True)(t(log), t(counts))
    v = RNG.random(30) * 1e-5
    data = table(["y", "f", "variance"], y, f, v)
    yield "GaussianNLLLoss", "", data, nn.GaussianNLLLoss()(t(f), t(y), t(v))
    yield "GaussianNLLLoss", "--full exact", data, nn.GaussianNLLLoss(full=True)(t(f), t(y), t(v))


def torch_rows():
    u, v, w = (RNG.normal(0, 1, (12, 3)) for _ in range(3))
    s = RNG.integers(0, 2, 12) * 2 - 1
    yield from torch_reductions()
    names = ["u0", "u1", "u2", "v0", "v1", "v2"]
    data = table(["y"] + names, s, *u.T, *v.T)
    loss = nn.CosineEmbeddingLoss(margin=0.1)
    yield "CosineEmbeddingLoss", "-t y -p u0:v2 --margin 0.1", data, loss(t(u), t(v), t(s))
    cosine = nn.CosineSimilarity(dim=1)
    yield "cosine", "-t u0:u2 -p v0:v2", table(names, *u.T, *v.T), cosine(t(u), t(v)).mean()
    data = table(["a0", "a1", "a2"] + names, *w.T, *u.T, *v.T)
    for swap, typed in ((False, ""), (True, " --swap yes")):
        loss = nn.TripletMarginLoss(swap=swap)
        yield "TripletMarginLoss", "-t a0:a2 -p u0:v2" + typed, data, loss(t(w), t(u), t(v))
    loss = nn.MarginRankingLoss(margin=0.3)
    data = table(["y", "a", "b"], s, u[:, 0], v[:, 0])
    yield "MarginRankingLoss", "-t y -p a,b --margin 0.3", data, loss(t(u[:, 0]), t(v[:, 0]), t(s))


def torch_reductions():
    """Weights, reductions and several columns of one loss."""
    y, z, w = [1, 0, 0, 1], [1.0, -2, 0.5, -0.25], [1.0, 2, 0.5, 3]
    data = table(["y", "z", "w"], y, z, w)
    loss = nn.BCEWithLogitsLoss(weight=t(w), pos_weight=t(3))
    yield "BCEWithLogitsLoss", "--weight w --pos-weight 3", data, loss(t(z), t(y))
    loss = nn.BCEWithLogitsLoss(weight=t(w), reduction="sum")
    yield "BCEWithLogitsLoss", "--weight w --reduction sum", data, loss(t(z), t(y))
    targets = np.array([[1, 0, 1], [0, 1, 0]])
    scores = np.array([[0.1, 0.2, 0.9], [1, 0.2, 0.3]])
    columns = "-t t0:t2 -p z0:z2"
    data = table(["t0", "t1", "t2", "z0", "z1", "z2"], *targets.T, *scores.T)
    yield "mse", columns, data, nn.MSELoss()(t(scores), t(targets))
    yield "BCEWithLogitsLoss", columns, data, nn.BCEWithLogitsLoss()(t(scores), t(targets))
    several = nn.BCEWithLogitsLoss(pos_weight=t([3, 3, 3]))
    yield "BCEWithLogitsLoss", columns + " --pos-weight 3", data, several(t(scores), t(targets))
    loss = nn.MultiLabelSoftMarginLoss(reduction="sum")
    yield "MultiLabelSoftMarginLoss", columns + " --reduction sum", data, loss(t(scores), t(targets))
    loss = nn.MultiMarginLoss(weight=t([1, 2, 7]), reduction="sum")
    data = table(["y", "z0", "z1", "z2"], [2, 1], *scores.T)
    yield "MultiMarginLoss", "--class-weight 0=1,1=2,2=7 --reduction sum", data, loss(t(scores), t([2, 1], torch.long))


def sklearn_cases():
    for n in (5, 40):
        y, p = binary(n)
        y[0], p[0] = 1, 0.0
        y[1], p[1] = 0, 1.0
        data = table(["y", "p"], y, p)
        weights = RNG.random(n).round(3)
        weighted = table(["y", "p", "w"], y, p, weights)
        yield "bce", "", data, metrics.log_loss(y, p)
        yield "bce", "--weight w", weighted, metrics.log_loss(y, p, sample_weight=weights)
        yield "brier", "", data, metrics.brier_score_loss(y, p)
        z = RNG.normal(0, 2, n).round(3)
        yield "hinge", "", table(["y", "z"], y, z), metrics.hinge_loss(y, z)
        a, f = RNG.gamma(2, 1, n), RNG.gamma(2, 1, n)
        data = table(["y", "f"], a, f)
        weighted = table(["y", "f", "w"], a, f, weights)
        yield "mse", "", data, metrics.mean_squared_error(a, f)
        yield "mse", "--weight w", weighted, metrics.mean_squared_error(a, f, sample_weight=weights)
        yield "mae", "", data, metrics.mean_absolute_error(a, f)
        yield "squared-log", "", data, metrics.mean_squared_log_error(a, f)
        yield "ape", "", data, metrics.mean_absolute_percentage_error(a, f)
        yield "pinball", "--tau 0.3", data, metrics.mean_pinball_loss(a, f, alpha=0.3)
        yield "poisson-deviance", "", data, metrics.mean_poisson_deviance(a, f)
        yield "gamma-deviance", "", data, metrics.mean_gamma_deviance(a, f)
        yield "tweedie-deviance", "", data, metrics.mean_tweedie_deviance(a, f)
        yield "tweedie-deviance", "--power 1.5", data, metrics.mean_tweedie_deviance(a, f, power=1.5)
        yield "r2", "", data, metrics.r2_score(a, f)
        yield "explained-variance", "", data, metrics.explained_variance_score(a, f)
    yield from sklearn_scores()
    zero = table(["y", "f"], [0.0, 2.0], [1.0, 3.0])
    yield "ape", "", zero, metrics.mean_absolute_percentage_error([0, 2], [1, 3])
    for n, c in ((8, 3), (30, 5)):
        y, z, p = classes(n, c)
        y[:c] = range(c)
        p[0] = 0
        p[0, (y[0] + 1) % c] = 1
        names = [f"p{k}" for k in range(c)]
        yield "cross-entropy", "", table(["y"] + names, y, *p.T), metrics.log_loss(y, p, labels=range(c))
        off = p * 0.6
        yield "cross-entropy", "", table(["y"] + names, y, *off.T), metrics.log_loss(y, off, labels=range(c))
        yield "multiclass-hinge", "", table(["y"] + names, y, *z.T), metrics.hinge_loss(y, z, labels=range(c))


def sklearn_scores():
    """Scores of targets that are all the same, of several targets, and other aggregates than the mean."""
    scores = {
        "r2": metrics.r2_score,
        "explained-variance": metrics.explained_variance_score,
        "d2:mse": metrics.r2_score,
        "d2:mae": metrics.d2_absolute_error_score,
        "d2:pinball": metrics.d2_pinball_score,
    }
    for y, f in (([1, 1], [1, 1]), ([1, 1], [1, 2]), ([1, 1], [2, 2]), ([1, 2, 4], [1.5, 2, 3.5])):
        for name, score in scores.items():
            yield name, "", table(["y", "f"], y, f), score(y, f)
    targets = np.array([[1.0, 10], [1, 20], [1, 30]])
    predictions = np.array([[2.0, 12], [2, 18], [1, 30]])
    data = table(["a", "b", "p", "q"], *targets.T, *predictions.T)
    for name, score in scores.items():
        yield name, "-t a,b -p p,q", data, score(targets, predictions)
    y, f, w = [1.0, 2, 3, 5], [1.5, 2, 4, 4.5], [1.0, 2, 0.5, 3]
    data, weighted = table(["y", "f"], y, f), table(["y", "f", "w"], y, f, w)
    yield "d2_tweedie_score", "", data, metrics.d2_tweedie_score(y, f)
    yield "d2:tweedie-deviance", "--power 1.5", data, metrics.d2_tweedie_score(y, f, power=1.5)
    yield "d2:poisson-deviance", "", data, metrics.d2_tweedie_score(y, f, power=1)
    yield "d2:gamma-deviance", "", data, metrics.d2_tweedie_score(y, f, power=2)
    yield "rmse", "", data, metrics.mean_squared_error(y, f, squared=False)
    yield "rmse", "--weight w", weighted, metrics.mean_squared_error(y, f, sample_weight=w, squared=False)
    yield "medae", "", data, metrics.median_absolute_error(y, f)
    yield "max_error", "", data, metrics.max_error(y, f)
    y, p = [1, 0, 0, 1], [0.9, 0.3, 0.6, 0.5]
    total = metrics.log_loss(y, p, sample_weight=w, normalize=False)
    yield "bce", "--weight w --reduction sum", table(["y", "p", "w"], y, p, w), total
    decisions = [1, 0, 1, 1]
    data = table(["y", "f", "w"], y, decisions, w)
    yield "zero-one", "--weight w", data, metrics.zero_one_loss(y, decisions, sample_weight=w)
    total = metrics.zero_one_loss(y, decisions, sample_weight=w, normalize=False)
    yield "zero-one", "--weight w --reduction sum", data, total


def exact_cases():
    """The textbook formulas with the options in them."""
    mp.mp.dps = 60
    one = mp.mpf(1)
    bases = {"e": one, "2": mp.log(2), "10": mp.log(10)}
    for i in range(60):
        y, p = int(RNG.integers(0, 2)), float(RNG.random() ** 3)
        s, w = round(RNG.random(), 2), round(RNG.random() * 4, 1)
        base = ("e", "2", "10")[i % 3]
        clip = (0.0, 1e-7, 0.05)[i % 3]
        held = min(max(p, clip), 1 - clip)
        share = mp.mpf(y) * (one - s) + mp.mpf(s) / 2
        loss = -share * w * mp.log(held) - (one - share) * mp.log(one - held)
        typed = f"--label-smoothing {s!r} --pos-weight {w!r} --log-base {base}"
        typed += f" --clip {clip!r}" if clip else ""
        yield "bce", typed, table(["y", "p"], [y], [p]), loss / bases[base]
    for i in range(40):
        c, n = int(RNG.integers(0, 3)), 3
        z = RNG.normal(0, 4, n)
        s = round(RNG.random(), 2)
        e = [mp.exp(mp.mpf(float(x))) for x in z]
        loss = -sum(((one - s) * (k == c) + mp.mpf(s) / n) * mp.log(e[k] / sum(e)) for k in range(n))
        data = table(["y", "a", "b", "c"], [c], *[[x] for x in z])
        yield "cross-entropy", f"--from logit --label-smoothing {s!r} --percent", data, loss * 100
        x = RNG.random(n)
        x[0] *= 1e-6
        p = mp.mpf(float(x[c])) / sum(mp.mpf(float(each)) for each in x)
        loss = -mp.log(min(max(p, mp.mpf(1e-4)), mp.mpf(1 - 1e-4)))
        data = table(["y", "a", "b", "c"], [c], *[[each] for each in x])
        yield "cross-entropy", "--normalize --clip 1e-4 --half", data, loss / 2
    for _ in range(20):
        y, f = float(RNG.normal()), float(RNG.normal())
        r = abs(mp.mpf(y) - mp.mpf(f))
        yield "ape", "--percent", table(["y", "f"], [y], [f]), r / abs(mp.mpf(y)) * 100
        huber = r * r / 2 if r <= 1 else r - one / 2
        yield "huber", "--percent --half", table(["y", "f"], [y], [f]), huber * 50


def write(name, convention, cases):
    OUT.mkdir(parents=True, exist_ok=True)
    with open(OUT / f"{name}.csv", "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["loss", "options", "data", "value"])
        for loss, options, data, value in cases:
            typed = f"--convention {convention} {options}".strip()
            out.writerow([loss, typed, data, repr(float(value))])


if __name__ == "__main__":
    print("torch", torch.__version__, "scikit-learn", sklearn.__version__)
    write("torch", "torch", torch_cases())
    write("sklearn", "sklearn-1.2", sklearn_cases())
    write("exact", "exact", exact_cases())
