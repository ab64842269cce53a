package losscalc.engine;

import losscalc.input.LiveStream;
import losscalc.input.Rows;
import losscalc.problem.Problem;

/** Shows the rows that wait in a block half full, when the input may be silent for long. */
final class Pause implements LiveStream.Listener {
    private final Rows rows;
    private final BlockLoop[] loops;
    private final Tally[] tallies;
    private final Samples samples;

    private Pause(Rows rows, BlockLoop[] loops, Tally[] tallies, Samples samples) {
        this.rows = rows;
        this.loops = loops;
        this.tallies = tallies;
        this.samples = samples;
    }

    /** Goes through all rows of a stream, and shows them at each of its pauses. */
    static void runLive(LiveStream stream, Rows rows, BlockLoop[] loops, Tally[] tallies, Samples samples)
            throws Problem {
        stream.tell(new Pause(rows, loops, tallies, samples));
        try {
            BlockLoop.run(loops, rows, tallies);
        } catch (LiveStream.Stopped e) {
            throw e.problem();
        }
    }

    @Override
    public Problem beforeWaiting() throws Problem {
        BlockLoop.compute(loops, tallies);
        samples.handOn();
        return rows.wrong();
    }
}
