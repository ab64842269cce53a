"""Numbers that carry their derivatives, so that a reference is the textbook formula of the loss and nothing else.

A formula is written with + - * / ** abs, comparisons, and the functions below. Its arguments are mpf numbers of thousands
of bits, so that nothing needs to be written in a form that does not cancel. The prediction that is differentiated for
comes in as a Jet: the value and its first and second derivative, carried through every step by the chain rule.
"""
from mpmath import mp, mpf

#: Enough for 1 - p where p differs from 1 by e^-2000.
mp.prec = 4000


def inverse(x):
    """1 / x; at 0 the limit from above, where all denominators of the formulas come from."""
    return mpf("inf") if x == 0 else 1 / x


class Jet:
    """A value, its first and its second derivative."""

    __slots__ = ("v", "a", "b")

    #: What it is made of; a script that wants fractions sets it to these.
    number = mpf

    def __init__(self, v, a=0, b=0):
        self.v, self.a, self.b = self.number(v), self.number(a), self.number(b)

    def chain(self, f, df, ddf):
        """The function of value f, derivative df and second derivative ddf there, applied to this."""
        return Jet(f, df * self.a, ddf * self.a * self.a + df * self.b)

    def __add__(self, o):
        return Jet(self.v + o.v, self.a + o.a, self.b + o.b) if isinstance(o, Jet) else Jet(self.v + o, self.a, self.b)

    __radd__ = __add__

    def __neg__(self):
        return Jet(-self.v, -self.a, -self.b)

    def __sub__(self, o):
        return self + -o

    def __rsub__(self, o):
        return -self + o

    def __mul__(self, o):
        if not isinstance(o, Jet):
            return Jet(self.v * o, self.a * o, self.b * o)
        return Jet(self.v * o.v, self.a * o.v + self.v * o.a, self.b * o.v + 2 * self.a * o.a + self.v * o.b)

    __rmul__ = __mul__

    def __truediv__(self, o):
        if isinstance(o, Jet):
            i = inverse(o.v)
            return self * o.chain(i, -i * i, 2 * i * i * i)
        return self * inverse(self.number(o))

    def __rtruediv__(self, o):
        return Jet(o) / self

    def __pow__(self, n):
        return power(self, n)

    def __abs__(self):
        """At 0 its slope is 0, and so is its second derivative: write r ** 2, not abs(r) ** 2."""
        return self if self.v > 0 else -self if self.v < 0 else Jet(0, 0, 0)

    def __lt__(self, o):
        return self.v < value(o)

    def __le__(self, o):
        return self.v <= value(o)

    def __gt__(self, o):
        return self.v > value(o)

    def __ge__(self, o):
        return self.v >= value(o)

    def __eq__(self, o):
        return self.v == value(o)

    __hash__ = None


def value(x):
    """The number without its derivatives."""
    return x.v if isinstance(x, Jet) else Jet.number(x)


def function(f, df, ddf):
    """A function of one number, made of itself and its two derivatives."""

    def applied(x):
        return x.chain(f(x.v), df(x.v), ddf(x.v)) if isinstance(x, Jet) else f(mpf(x))

    return applied


def _log(x):
    return mpf("-inf") if x == 0 else mp.log(x)


log = function(_log, inverse, lambda x: -inverse(x) ** 2)
sin = function(mp.sin, mp.cos, lambda x: -mp.sin(x))
cos = function(mp.cos, lambda x: -mp.sin(x), lambda x: -mp.cos(x))
sinh = function(mp.sinh, mp.cosh, mp.sinh)
cosh = function(mp.cosh, mp.sinh, mp.cosh)
tanh = function(mp.tanh, lambda x: mp.sech(x) ** 2, lambda x: -2 * mp.tanh(x) * mp.sech(x) ** 2)
atan = function(mp.atan, lambda x: 1 / (1 + x * x), lambda x: -2 * x / (1 + x * x) ** 2)
loggamma = function(mp.loggamma, mp.digamma, lambda x: mp.psi(1, x))
normal_pdf = function(mp.npdf, lambda x: -x * mp.npdf(x), lambda x: (x * x - 1) * mp.npdf(x))
normal_cdf = function(mp.ncdf, mp.npdf, lambda x: -x * mp.npdf(x))


def exp(x):
    if not isinstance(x, Jet):
        return mp.exp(mpf(x))
    e = mp.exp(x.v)
    return x.chain(e, e, e)


def _power(x, n):
    if n == 0:
        return Jet.number(1)
    if Jet.number is not mpf:
        return x ** int(n)
    return (mpf(0) if n > 0 else mpf("inf")) if x == 0 else mp.power(x, n)


def power(x, n):
    """x^n for a plain number n; 0^0 = 1."""
    n = Jet.number(n)
    if not isinstance(x, Jet):
        return _power(Jet.number(x), n)
    df = Jet.number(0) if n == 0 else n * _power(x.v, n - 1)
    ddf = Jet.number(0) if n == 0 or n == 1 else n * (n - 1) * _power(x.v, n - 2)
    return x.chain(_power(x.v, n), df, ddf)


def sqrt(x):
    return power(x, mpf(1) / 2)


def sign(x):
    """-1, 0 or 1."""
    return int(x > 0) - int(x < 0)


def maximum(a, b):
    return a if a >= b else b


def minimum(a, b):
    return a if a <= b else b


def xlog(x, p):
    """x log p, and 0 where x is 0, whatever p is."""
    return mpf(0) if x == 0 else x * log(p)
