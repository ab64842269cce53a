package losscalc.input.fast;

import java.io.IOException;
import java.io.InputStream;

/** A stream that fails as another one has failed. */
final class Broken extends InputStream {
    private final IOException failure;

    Broken(IOException failure) {
        this.failure = failure;
    }

    @Override
    public int read() throws IOException {
        throw failure;
    }
}
