package losscalc.losses;

import losscalc.num.Real;

/**
 * The angle between two vectors u and v: its cosine c, and the derivatives of c with respect to v.
 *
 * @param uv u.v
 * @param uu u.u
 * @param vv v.v
 */
record Angle<R extends Real<R>>(R[] u, R[] v, R uv, R uu, R vv) {
    static <R extends Real<R>> Angle<R> between(R[] u, R[] v) {
        return new Angle<>(u, v, product(u, v), product(u, u), product(v, v));
    }

    private static <R extends Real<R>> R product(R[] x, R[] y) {
        R sum = x[0].constant(0);
        for (int k = 0; k < x.length; k++) {
            sum = sum.plus(x[k].times(y[k]));
        }
        return sum;
    }

    /** Whether one of the vectors is zero: then there is no angle. */
    boolean isZero() {
        return uu.signum() == 0 || vv.signum() == 0;
    }

    // c = u·v / √(u·u v·v)
    R cosine() {
        return uv.dividedBy(lengths());
    }

    // (u_k v·v - u·v v_k) / (v·v √(u·u v·v))
    R slope(int k) {
        return u[k].times(vv).minus(uv.times(v[k])).dividedBy(vv).dividedBy(lengths());
    }

    // (3 u·v v_k² - 2 u_k v_k v·v - u·v v·v) / ((v·v)² √(u·u v·v))
    R curvature(int k) {
        R top = uv.times(v[k].squared()).times(3);
        R rest = u[k].times(v[k]).times(2).plus(uv).times(vv);
        return top.minus(rest).dividedBy(vv).dividedBy(vv).dividedBy(lengths());
    }

    private R lengths() {
        return uu.times(vv).sqrt();
    }
}
