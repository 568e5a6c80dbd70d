package tr.kentatlas.api.exchange.receipt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tr.kentatlas.api.ops.journal.LocalJournal;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;

/** The local journal of receipts. While it cannot be written, nothing is sent to partners, and both sides are told why. */
final class ReceiptJournal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiptJournal.class);
    private static final String SUFFIX = ".receipts";
    private static final long LARGEST = 8L << 20;
    /** Room for what the answers under way still have to tell when they end. */
    private static final long RESERVE = 1L << 20;

    private final LocalJournal journal;
    private final FileStore disk;

    ReceiptJournal(Path folder) {
        this.journal = new LocalJournal(folder, SUFFIX);
        try {
            this.disk = Files.getFileStore(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Before an answer begins: one that could not be accounted for to its end is better not begun. */
    void requireRoom() {
        try {
            journal.begin();
            if (disk.getUsableSpace() < RESERVE) throw new IOException("there is no room left on its disk");
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Appends the lines all together or none of them. */
    void append(List<Line> lines) {
        if (lines.isEmpty()) return;
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        lines.forEach(line -> all.writeBytes(line.bytesOfLine()));
        try {
            journal.append(all.toByteArray());
        } catch (IOException e) {
            throw unwritable(e);
        }
        turnOver();
    }

    /** What was appended stays, whatever becomes of its file. */
    private void turnOver() {
        try {
            journal.turnOver(LARGEST);
        } catch (IOException e) {
            LOG.error("a full file of the journal of receipts in {} cannot be closed", journal.folder(), e);
        }
    }

    private Problem unwritable(IOException e) {
        LOG.error(
                "the journal of receipts in {} cannot be written: nothing is sent to partners until it can",
                journal.folder(),
                e);
        return Problem.unavailable(Wording.of("service.receipts"));
    }

    List<Path> files() throws IOException {
        return journal.files();
    }

    long kept(Path candidate) throws IOException {
        return journal.kept(candidate);
    }

    boolean isOpen(Path candidate) {
        return journal.isOpen(candidate);
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
