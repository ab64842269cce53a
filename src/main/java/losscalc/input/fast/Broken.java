package losscalc.input.fast;

import java.io.IOException;
import java.io.InputStream;

/** A stream that fails as another one has failed. */
final class Broken extends InputStream {
    private final IOException failure;

    private Broken(IOException failure) {
        this.failure = failure;
    }

    /** Made here, so that the class is loaded only when it is needed. */
    static InputStream of(IOException failure) {
        return new Broken(failure);
    }

    @Override
    public int read() throws IOException {
        throw failure;
    }
}
