/**
 * The dictionary: one file a loss, and {@link losscalc.losses.Losses}, its table of contents.
 */
package losscalc.losses;
