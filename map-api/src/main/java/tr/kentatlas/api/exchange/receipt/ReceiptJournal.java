package tr.kentatlas.api.exchange.receipt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tr.kentatlas.api.ops.journal.LocalJournal;
import tr.kentatlas.api.ops.journal.Shipper;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;

/** The local journal of receipts. While it cannot be written, nothing is sent to partners, and both sides are told why. */
final class ReceiptJournal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiptJournal.class);
    private static final String SUFFIX = ".receipts";
    private static final long LARGEST = 8L << 20;
    /** Room for what the answers under way still have to tell when they end. */
    private static final int RESERVE = 1 << 20;

    private static final int ROOM = 2 * RESERVE;

    private final LocalJournal journal;

    ReceiptJournal(Path folder) {
        this.journal = new LocalJournal(folder, SUFFIX, ROOM);
    }

    /** Before an answer begins: one that could not be accounted for to its end is better not begun. */
    void requireRoom() {
        try {
            journal.require(RESERVE);
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
    }

    private Problem unwritable(IOException e) {
        LOG.error(
                "the journal of receipts in {} cannot be written: nothing is sent to partners until it can",
                journal.folder(),
                e);
        return Problem.unavailable(Wording.of("service.receipts"));
    }

    /** What brings its lines to where they are kept. */
    Shipper shipper(Function<Path, Shipper.Portion> portions) {
        return new Shipper(journal, LARGEST, portions);
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
