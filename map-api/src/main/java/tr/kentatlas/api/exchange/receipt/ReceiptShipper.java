package tr.kentatlas.api.exchange.receipt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tr.kentatlas.api.ops.jobs.Job;
import tr.kentatlas.api.ops.journal.WholeLines;

/** Brings the journal's lines into the tables, each exactly once: how far a file is shipped is part of the very transaction that ships it. */
final class ReceiptShipper implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiptShipper.class);
    /** What is fetched again and again meanwhile is stored once; whoever asks for the outcome has it shipped at once. */
    private static final Duration REST = Duration.ofSeconds(10);

    private static final String DAMAGED = ".damaged";

    private final ReceiptJournal journal;
    private final JdbcClient desk;
    private final TransactionTemplate together;
    private final Map<Path, Reached> read = new HashMap<>();

    /**
     * How far this process has come in a file.
     *
     * @param lines whole ones before that byte
     */
    private record Reached(long bytes, long lines, boolean isDamaged) {
        static final Reached NOTHING = new Reached(0, 0, false);

        Reached to(long bytes, boolean isMoreDamage) {
            return new Reached(bytes, lines, isDamaged || isMoreDamage);
        }
    }

    ReceiptShipper(ReceiptJournal journal, JdbcClient desk, TransactionTemplate together) {
        this.journal = journal;
        this.desk = desk;
        this.together = together;
    }

    @Override
    public String name() {
        return "receipts";
    }

    @Override
    public Duration rest() {
        return REST;
    }

    /** So that an answer made of the tables tells what this node has sent until now. */
    void shipNow() {
        try {
            run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void run() throws IOException {
        for (Path file : journal.files()) {
            boolean mayGrow = journal.isOpen(file);
            Reached before = read.getOrDefault(file, Reached.NOTHING);
            Reached now = ship(file, before, mayGrow);
            read.put(file, now);
            if (!mayGrow) finish(file, now);
        }
    }

    /** What cannot be read is kept aside for people. */
    private void finish(Path file, Reached reached) throws IOException {
        if (reached.isDamaged) {
            LOG.error("the journal {} is damaged and is kept aside", file);
            Files.move(file, file.resolveSibling(file.getFileName() + DAMAGED));
        } else {
            journal.delete(file);
        }
        read.remove(file);
    }

    private Reached ship(Path file, Reached before, boolean mayGrow) throws IOException {
        String name = String.valueOf(file.getFileName());
        long known = shipped(name);
        Reached reached = before;
        try (WholeLines lines = new WholeLines(file, before.bytes, mayGrow)) {
            boolean isMore = true;
            while (isMore) {
                Batch batch = new Batch();
                Reached now = read(lines, file, reached, known, batch);
                if (now.lines > Math.max(known, reached.lines)) store(name, batch, now);
                reached = now;
                isMore = batch.isFull();
            }
            return reached.to(before.bytes + lines.bytes(), lines.endsBehindAHole());
        }
    }

    private void store(String journalName, Batch batch, Reached now) {
        together.executeWithoutResult(status -> {
            batch.store(desk);
            note(journalName, now.lines);
        });
    }

    /**
     * What the tables do not know yet goes into the batch, until that is full. A line without its end is still being written, or was when the
     * process ended.
     */
    private static Reached read(WholeLines lines, Path file, Reached before, long known, Batch batch)
            throws IOException {
        long count = before.lines;
        boolean isDamaged = before.isDamaged;
        while (!batch.isFull()) {
            byte[] line = lines.next();
            if (line == null) break;
            boolean isNew = count++ >= known;
            if ((isNew || WholeLines.hasHole(line)) && !isReadable(line, batch, file)) isDamaged = true;
        }
        return new Reached(before.bytes, count, isDamaged);
    }

    private static boolean isReadable(byte[] line, Batch batch, Path file) {
        try {
            batch.add(Line.parse(new String(line, StandardCharsets.UTF_8)));
            return true;
        } catch (IllegalArgumentException e) {
            LOG.error("a line of the journal {} cannot be read and is kept aside", file.getFileName(), e);
            return false;
        }
    }

    private long shipped(String journalName) {
        return desk.sql("SELECT line_no FROM exchange.shipped WHERE journal = ?")
                .param(journalName)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private void note(String journalName, long line) {
        desk.sql(
                        "INSERT INTO exchange.shipped VALUES (?, ?) ON CONFLICT (journal) DO UPDATE SET line_no = excluded.line_no")
                .params(journalName, line)
                .update();
    }
}
