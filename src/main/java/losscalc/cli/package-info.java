/** From the words of the command line to a {@link losscalc.engine.Job}, and from its end to an exit code. */
package losscalc.cli;
