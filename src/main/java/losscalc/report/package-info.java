/** What a run prints: one file a format, each a {@link losscalc.report.Renderer}. */
package losscalc.report;
