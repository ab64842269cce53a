"""What a reference entry is."""
from dataclasses import dataclass, field
from typing import Callable, Tuple

from .numbers import exp


def as_it_is(f, scale):
    """The formula is about the prediction: formula(y, f, ...)."""
    return (f,)


def bernoulli(f, scale):
    """The formula is about the probability p of the label 1 and q = 1 - p of the label 0: formula(y, p, q, ...).

    q has its own value because no number of bits is enough for 1 - p when the logit is 1e300.
    """
    if scale == "logit":
        return 1 / (1 + exp(-f)), 1 / (1 + exp(f))
    p = exp(f) if scale == "log-probability" else f
    return p, 1 - p


def categorical(row, scale):
    """The formula is about the probabilities p of the classes and q = 1 - p: formula(t, p, q, ...), all of them lists."""
    if scale == "probability" or scale == "log-probability":
        p = row if scale == "probability" else [exp(z) for z in row]
        return p, [1 - p_c for p_c in p]
    parts = row if scale == "normalized" else [exp(z) for z in row]
    whole = sum(parts)
    return [x / whole for x in parts], [sum(parts[:c] + parts[c + 1 :]) / whole for c in range(len(parts))]


@dataclass
class Loss:
    """One loss, or one of its forms (several entries of the same name go into the same file).

    name: the canonical name, as on the card
    formula: the textbook formula. Of "point": formula(y, f, *extras, **params). Of "row": the same with lists of y and of f.
        Of "columns": formula(y, fs, **params), one y and a list fs.
        Of "set": formula(rows, **params), rows a list of (y, f), and there is no gradient.
    draw: draws a row, see draw.py
    shape: "point" (one target, one prediction), "row" (a vector of each), "columns" (one target, a vector of predictions) or "set"
    params: the variants, each a dictionary, a word or a tuple where the parameter is a word or a list; what it leaves out is left at its default
    scales: the scales of the prediction; "normalized" is "probability" with each row divided by its sum
    prediction: how a prediction becomes what the formula is about: as_it_is, bernoulli (p and q), categorical (lists p and q)
    rows: how many rows of each scale are ordinary, hard, extreme
    classes: whether a single target of several predictions is a class, and becomes a one-hot row
    also: further rows (set, params, scale, target, prediction[, extra]) that random draws would miss
    """

    name: str
    formula: Callable
    draw: Callable
    shape: str = "point"
    params: Tuple[dict, ...] = ({},)
    scales: Tuple[str, ...] = ("value",)
    prediction: Callable = as_it_is
    rows: Tuple[int, int, int] = (150, 150, 100)
    classes: bool = True
    also: Tuple[tuple, ...] = field(default=())
