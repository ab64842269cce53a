package losscalc.engine;

import losscalc.input.LiveStream;
import losscalc.input.Rows;
import losscalc.problem.Problem;

/** Shows the rows that wait in a block half full, when the input may be silent for long. */
final class Pause implements LiveStream.Listener {
    private final Rows rows;
    private final BlockLoop loop;
    private final Tally tally;
    private final Samples samples;

    private Pause(Rows rows, BlockLoop loop, Tally tally, Samples samples) {
        this.rows = rows;
        this.loop = loop;
        this.tally = tally;
        this.samples = samples;
    }

    /** Goes through all rows of a stream, and shows them at each of its pauses. */
    static void runLive(LiveStream stream, Rows rows, BlockLoop loop, Tally tally, Samples samples) throws Problem {
        stream.tell(new Pause(rows, loop, tally, samples));
        try {
            loop.run(rows, tally);
        } catch (LiveStream.Stopped e) {
            throw e.problem();
        }
    }

    @Override
    public Problem beforeWaiting() throws Problem {
        loop.compute(tally);
        samples.handOn();
        return rows.wrong();
    }
}
