package losscalc.num;

/**
 * The angle between two vectors u and v, from the exact dot products: the cosine c, its complement 1 - c without
 * cancellation, and the derivatives of c with respect to v, whatever the size of the vectors.
 */
public final class Angle {
    private final double[] u;
    private final double[] v;
    private final int fromU;
    private final int fromV;
    /** Null where a vector is zero or not finite. */
    private final Ratio dot;

    private final Ratio uu;
    private final Ratio vv;
    private final boolean isZero;

    /** The angle between the n numbers of u from {@code fromU} on and those of v from {@code fromV} on. */
    public Angle(double[] u, int fromU, double[] v, int fromV, int n) {
        this.u = u;
        this.v = v;
        this.fromU = fromU;
        this.fromV = fromV;
        ExactSum uv = new ExactSum();
        ExactSum squaredU = new ExactSum();
        ExactSum squaredV = new ExactSum();
        for (int k = 0; k < n; k++) {
            uv.addProduct(u[fromU + k], v[fromV + k]);
            squaredU.addProduct(u[fromU + k], u[fromU + k]);
            squaredV.addProduct(v[fromV + k], v[fromV + k]);
        }
        boolean isFinite = squaredU.isFinite() && squaredV.isFinite();
        isZero = squaredU.isZero() || squaredV.isZero();
        dot = isFinite && !isZero ? Ratio.of(uv) : null;
        uu = isFinite ? Ratio.of(squaredU) : null;
        vv = isFinite ? Ratio.of(squaredV) : null;
    }

    /** Whether one of the vectors is zero: then there is no angle, and all that follows is NaN. */
    public boolean isZero() {
        return isZero;
    }

    /** The cosine c. */
    public DoubleDouble cosine() {
        return dot == null ? DoubleDouble.of(Double.NaN) : root(dot, uu.times(vv));
    }

    /** 1 - c. */
    public DoubleDouble distance() {
        if (dot == null) {
            return DoubleDouble.of(Double.NaN);
        }
        DoubleDouble cosine = cosine();
        if (cosine.signum() <= 0) {
            return DoubleDouble.ONE.minus(cosine);
        }
        Ratio product = uu.times(vv);
        DoubleDouble squaredSine = product.minus(dot.times(dot)).over(product).toDoubleDouble();
        return squaredSine.dividedBy(cosine.plus(1));
    }

    /** The derivative of c with respect to v[k]: (u_k v.v - u.v v_k) / (v.v sqrt(u.u v.v)). */
    public DoubleDouble slope(int k) {
        if (dot == null) {
            return DoubleDouble.of(Double.NaN);
        }
        Ratio top = Ratio.of(u[fromU + k]).times(vv).minus(dot.times(Ratio.of(v[fromV + k])));
        return root(top, uu.times(vv).times(vv).times(vv));
    }

    /** The second derivative: (3 u.v v_k^2 - 2 u_k v_k v.v - u.v v.v) / (v.v^2 sqrt(u.u v.v)). */
    public DoubleDouble curvature(int k) {
        if (dot == null) {
            return DoubleDouble.of(Double.NaN);
        }
        Ratio each = Ratio.of(v[fromV + k]);
        Ratio top = Ratio.of(3)
                .times(dot)
                .times(each)
                .times(each)
                .minus(Ratio.of(2).times(Ratio.of(u[fromU + k])).times(each).times(vv))
                .minus(dot.times(vv));
        Ratio squared = vv.times(vv);
        return root(top, uu.times(vv).times(squared).times(squared));
    }

    /** {@code top / sqrt(squaredBottom)}. */
    private static DoubleDouble root(Ratio top, Ratio squaredBottom) {
        DoubleDouble size = top.times(top).over(squaredBottom).rootToDoubleDouble();
        return top.numerator().signum() < 0 ? size.negate() : size;
    }
}
