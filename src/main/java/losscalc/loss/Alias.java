package losscalc.loss;

import java.util.List;

/**
 * Another name of the loss.
 *
 * @param name the name
 * @param implied the options that it stands for, as they would be typed; none for a mere name
 */
public record Alias(String name, List<String> implied) {}
