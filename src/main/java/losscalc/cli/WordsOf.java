package losscalc.cli;

import java.util.ArrayList;
import java.util.List;
import losscalc.engine.Reduction;
import losscalc.report.Format;
import losscalc.report.Show;

/** The words of the choices, in the order of the choices. */
final class WordsOf {
    static final List<String> REDUCTIONS = new ArrayList<>();
    static final List<String> SHOWS = new ArrayList<>();
    static final List<String> FORMATS = new ArrayList<>();

    static {
        for (Reduction reduction : Reduction.values()) {
            REDUCTIONS.add(reduction.word());
        }
        for (Show show : Show.values()) {
            SHOWS.add(show.word());
        }
        for (Format format : Format.values()) {
            FORMATS.add(format.word());
        }
    }

    private WordsOf() {}
}
