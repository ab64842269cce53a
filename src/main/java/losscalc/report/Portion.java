package losscalc.report;

import java.io.ByteArrayOutputStream;
import losscalc.engine.Computed;
import losscalc.engine.Samples;
import losscalc.loss.Block;
import losscalc.problem.Problem;

/** The samples of a piece of the data as bytes, which wait for their turn. */
final class Portion implements Samples.Share {
    private final Output whole;
    private final ByteArrayOutputStream bytes;
    private final Output part;
    private final Samples samples;

    /**
     * @param whole receives the bytes
     * @param bytes keep them until then
     * @param part prints to the bytes
     * @param samples renders the samples to the part
     */
    Portion(Output whole, ByteArrayOutputStream bytes, Output part, Samples samples) {
        this.whole = whole;
        this.bytes = bytes;
        this.part = part;
        this.samples = samples;
    }

    @Override
    public void samples(Block rows, Computed values) throws Problem {
        samples.samples(rows, values);
    }

    @Override
    public void handIn() throws Problem {
        part.flush();
        whole.write(bytes);
        bytes.reset();
    }
}
