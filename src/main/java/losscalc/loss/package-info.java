/**
 * The contract: what a loss is. A {@link losscalc.loss.Loss} is a page of the dictionary: its {@link
 * losscalc.loss.Card} says everything about it in words and data, and its {@link losscalc.loss.Formula}
 * computes it.
 *
 * <p>The shapes of formulas are {@link losscalc.loss.PointFormula} (one target, one prediction: {@link
 * losscalc.loss.AlgebraicFormula}, made of + - * / alone, or {@link losscalc.loss.AnalyticFormula}, of any functions),
 * {@link losscalc.loss.RowFormula} (several columns at once) and {@link losscalc.loss.SetFormula} (a set of rows). What
 * options change of a formula stands around it: {@link losscalc.loss.Adjustments}.
 */
package losscalc.loss;
