package losscalc.report;

import java.util.List;
import losscalc.loss.Card;

/**
 * What one form of a loss comes to.
 *
 * @param card the loss
 * @param options what makes the loss this form, as it is typed; empty for none
 * @param who {@code exact}, and whoever computes it so
 * @param value what it comes to
 */
public record Finding(Card card, String options, List<String> who, double value) {}
