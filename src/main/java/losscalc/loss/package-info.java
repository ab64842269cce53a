/**
 * The contract: what a loss is. A {@link losscalc.loss.Loss} is a page of the dictionary: its {@link
 * losscalc.loss.Card} says everything about it in words and data, and its {@link losscalc.loss.Formula}
 * computes it. The shapes of formulas are {@link losscalc.loss.PointFormula} (one target, one
 * prediction), {@link losscalc.loss.AlgebraicFormula} (the same, made of + - * / alone), {@link
 * losscalc.loss.AnalyticFormula} (the same, of any functions) and {@link losscalc.loss.RowFormula} (several columns at once).
 */
package losscalc.loss;
