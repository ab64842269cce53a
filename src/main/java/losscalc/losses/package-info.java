/**
 * The dictionary: one file a loss, and {@link losscalc.losses.Losses}, its table of contents.
 *
 * <p>Among them stands what several losses share: what predictions say of a label ({@link losscalc.losses.Bernoulli}) or of
 * classes ({@link losscalc.losses.Categorical}: {@link losscalc.losses.Softmax}, {@link losscalc.losses.Proportions}); shapes
 * of formulas that are narrower than those of the contract ({@link losscalc.losses.ResidualFormula}, {@link
 * losscalc.losses.MarginFormula}, {@link losscalc.losses.SpreadFormula}, and of sets {@link losscalc.losses.SumsFormula},
 * {@link losscalc.losses.QueryFormula}, {@link losscalc.losses.MomentScore}); and the skill of any loss over its best constant
 * ({@link losscalc.losses.Skill}, {@link losscalc.losses.ConstantSearch}).
 */
package losscalc.losses;
