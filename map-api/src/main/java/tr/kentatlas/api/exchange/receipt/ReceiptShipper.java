package tr.kentatlas.api.exchange.receipt;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tr.kentatlas.api.ops.jobs.Job;

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
            Reached now = Files.size(file) > before.bytes ? ship(file, before) : before;
            read.put(file, now);
            if (!mayGrow) finish(file, now);
        }
    }

    /** What cannot be read is kept aside for people. */
    private void finish(Path file, Reached reached) throws IOException {
        if (reached.isDamaged) Files.move(file, file.resolveSibling(file.getFileName() + DAMAGED));
        else Files.delete(file);
        read.remove(file);
    }

    private Reached ship(Path file, Reached before) throws IOException {
        byte[] more = after(file, before.bytes);
        int whole = lastLineEnd(more);
        if (whole == 0) return before;
        List<String> lines = Arrays.asList(new String(more, 0, whole, StandardCharsets.UTF_8).split("\n"));
        String name = String.valueOf(file.getFileName());
        int known = (int) Math.min(lines.size(), Math.max(0, shipped(name) - before.lines));
        long reached = before.lines + lines.size();
        boolean damaged = ship(lines.subList(known, lines.size()), name, reached);
        return new Reached(before.bytes + whole, reached, before.isDamaged || damaged);
    }

    /** Whether one of the lines could not be read. */
    private boolean ship(List<String> lines, String name, long reached) {
        Batch batch = new Batch();
        boolean damaged = false;
        for (String line : lines) {
            try {
                batch.add(Line.parse(line));
            } catch (IllegalArgumentException e) {
                damaged = true;
                LOG.error("a line of the journal {} cannot be read and is kept aside", name, e);
            }
        }
        together.executeWithoutResult(status -> {
            batch.store(desk);
            note(name, reached);
        });
        return damaged;
    }

    private static byte[] after(Path file, long position) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] more = new byte[(int) (in.length() - position)];
            in.seek(position);
            in.readFully(more);
            return more;
        }
    }

    /** A line without its end is still being written, or was when the process ended. */
    private static int lastLineEnd(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') end--;
        return end;
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
