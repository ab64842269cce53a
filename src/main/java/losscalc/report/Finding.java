package losscalc.report;

import java.util.List;
import losscalc.loss.Card;

/**
 * What one form of a loss comes to.
 *
 * @param card the loss
 * @param options what makes the loss this form, as it is typed; empty for none
 * @param who {@code exact}, and whoever computes it so; behind a name, whether it takes something else for a prediction
 * @param value what it comes to
 */
public record Finding(Card card, String options, List<String> who, double value) {
    /** Stands between a name and what it takes for a prediction; a parenthesis ends it. */
    public static final String TAKES = " (takes ";
}
