/**
 * The run: blocks of rows go through the formula into the tally, and past whoever wants to see the
 * samples; what comes out is a {@link losscalc.engine.Result}.
 */
package losscalc.engine;
