package tr.kentatlas.api.exchange.bulk;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.springframework.core.io.FileSystemResource;

/** A file that asks again and again, while it is being sent, whether it may still be. */
final class CheckedFile extends FileSystemResource {
    private static final long EVERY = 1L << 20;

    private final Runnable check;

    CheckedFile(Path file, Runnable check) {
        super(file);
        this.check = check;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new Checked(super.getInputStream(), check);
    }

    /** Always sent through the stream, never by the file itself. */
    @Override
    public boolean isFile() {
        return false;
    }

    private static final class Checked extends FilterInputStream {
        private final Runnable check;
        private long unchecked;

        Checked(InputStream in, Runnable check) {
            super(in);
            this.check = check;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            unchecked += Math.max(0, read);
            if (unchecked >= EVERY) {
                unchecked = 0;
                check.run();
            }
            return read;
        }
    }
}
