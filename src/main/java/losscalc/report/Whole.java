package losscalc.report;

import losscalc.engine.Computed;
import losscalc.engine.Job;
import losscalc.engine.Result;
import losscalc.loss.Block;
import losscalc.problem.Problem;

/** A document of which nothing is printed where the data turn out bad: until then it waits in a {@link Spool}. */
final class Whole implements Renderer {
    private final Output out;
    private final Spool spool;
    private final Output waiting;
    private final Renderer document;

    private Whole(Output out, Spool spool, Output waiting, Renderer document) {
        this.out = out;
        this.spool = spool;
        this.waiting = waiting;
        this.document = document;
    }

    /** Tables of Markdown, or else of LaTeX. */
    static Renderer of(boolean markdown, Output out, Style style) {
        Spool spool = new Spool();
        Output waiting = out.like(spool, "temporary file");
        return new Whole(out, spool, waiting, markdown ? new Markdown(waiting, style) : new Latex(waiting, style));
    }

    @Override
    public void begin(Job job) throws Problem {
        document.begin(job);
    }

    @Override
    public void samples(Block rows, Computed values) throws Problem {
        document.samples(rows, values);
    }

    @Override
    public Share share() {
        return document.share();
    }

    @Override
    public void end(Result result) throws Problem {
        document.end(result);
        waiting.flush();
        spool.copyTo(out);
    }
}
