package losscalc.input.fast;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.util.List;
import losscalc.input.Dialect;
import losscalc.input.Lane;
import losscalc.input.MagicNumber;
import losscalc.input.Reading;
import losscalc.input.Rows;
import losscalc.input.Source;
import losscalc.problem.Problem;
import losscalc.problem.Where;

/** A file whose first bytes have been read, and with them its header. */
final class FastStart implements Lane.Start {
    private final Source source;
    private final Dialect dialect;
    private final char delimiter;
    private final Feed feed;
    private final List<String> header;
    private final String headerText;

    FastStart(Source source, Dialect dialect, char delimiter, int pieceSize) throws Problem {
        this.source = source;
        this.dialect = dialect;
        this.delimiter = delimiter;
        feed = new Feed(source.open(), pieceSize, source.isLive());
        byte[] first = feed.look();
        boolean text = !feed.isBroken() && (dialect.encoding() != null || !MagicNumber.isBinary(first));
        HeaderLine line = new HeaderLine(first, delimiter);
        boolean named = dialect.hasHeader();
        List<String> names = text ? line.names(named) : null;
        header = names != null && dialect.couldBeData(names) ? null : names;
        headerText = named && header != null ? line.text() : null;
        if (header != null) {
            feed.begin(named ? line.end() : line.start(), named ? 1 : 0);
        }
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public String headerText() {
        return headerText;
    }

    @Override
    public Source again() {
        return Source.unpacked(
                source.name(), new SequenceInputStream(new ByteArrayInputStream(feed.look()), feed.stream()));
    }

    @Override
    public Rows rows(Reading reading, Lane.Readable readable) {
        Plan plan = new Plan(reading, delimiter, dialect.decimalMark());
        return new FastRows(feed, plan, source.name(), readable);
    }

    @Override
    public void close() throws Problem {
        try {
            feed.close();
        } catch (IOException e) {
            throw Problem.io(Where.file(source.name()), "cannot be closed", Source.GONE);
        }
    }
}
