package tr.kentatlas.api.access.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tr.kentatlas.api.ops.journal.LocalJournal;

/**
 * Brings the journal's entries to the database in batches, and removes files that have ended and are wholly there; also those a killed
 * process left. A file with damaged lines is kept aside.
 */
final class Shipper {
    private static final Logger LOG = LoggerFactory.getLogger(Shipper.class);

    private static final long LARGEST = 4L << 20;

    private final LocalJournal journal;
    private final AuditTable table;
    private final Map<Path, JournalReader> readers = new HashMap<>();
    private final Map<Path, Long> damaged = new HashMap<>();

    Shipper(LocalJournal journal, AuditTable table) {
        this.journal = journal;
        this.table = table;
    }

    /** Ships all there is; a database that does not answer is a failure, and nothing is lost by it. */
    synchronized void ship() throws IOException {
        for (Path file : journal.files()) {
            boolean mayGrow = journal.isOpen(file);
            shipFile(file, mayGrow);
            if (!mayGrow) leave(file);
        }
        journal.turnOver(LARGEST);
    }

    private void shipFile(Path file, boolean mayGrow) throws IOException {
        JournalReader reader = readers.computeIfAbsent(file, JournalReader::new);
        do {
            JournalReader.Batch batch = reader.next(mayGrow);
            if (!batch.lines().isEmpty()) table.add(journal.number(file), batch.lines());
            if (batch.damaged() > 0) damaged.merge(file, batch.damaged(), Long::sum);
        } while (reader.accept());
    }

    private void leave(Path file) throws IOException {
        readers.remove(file);
        Long lost = damaged.remove(file);
        if (lost == null) {
            journal.delete(file);
            return;
        }
        LOG.error("journal={} has {} damaged lines and is kept aside", file, lost);
        Files.move(file, file.resolveSibling(file.getFileName() + ".damaged"));
    }
}
