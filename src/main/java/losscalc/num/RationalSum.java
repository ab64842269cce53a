package losscalc.num;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An exact sum of fractions, in any order. Numerators are added up by their denominator, so that the decimals of a file,
 * whose denominators are few, take a few numbers however many rows there are.
 */
public final class RationalSum {
    private final Map<BigInteger, BigInteger> numerators = new HashMap<>();

    /** Adds a number that is finite. */
    public void add(Rational x) {
        Rational reduced = x.reduced();
        BigInteger before = numerators.get(reduced.denominator());
        numerators.put(reduced.denominator(), before == null ? reduced.numerator() : before.add(reduced.numerator()));
    }

    /** The sum. */
    public Rational value() {
        List<Rational> parts = new ArrayList<>();
        for (Map.Entry<BigInteger, BigInteger> entry : numerators.entrySet()) {
            parts.add(Rational.of(entry.getValue(), entry.getKey()));
        }
        // Two by two, so that large numbers meet large ones.
        while (parts.size() > 1) {
            List<Rational> sums = new ArrayList<>();
            for (int i = 0; i < parts.size(); i += 2) {
                sums.add(
                        i + 1 < parts.size()
                                ? parts.get(i).plus(parts.get(i + 1)).reduced()
                                : parts.get(i));
            }
            parts = sums;
        }
        return parts.isEmpty() ? Rational.of(0) : parts.get(0);
    }
}
