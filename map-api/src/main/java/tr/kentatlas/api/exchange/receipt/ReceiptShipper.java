package tr.kentatlas.api.exchange.receipt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tr.kentatlas.api.ops.jobs.Job;

/** Brings the journal's lines into the tables, each exactly once: how far a file is shipped is part of the very transaction that ships it. */
final class ReceiptShipper implements Job {
    private static final Duration REST = Duration.ofSeconds(1);
    private static final int LINES_AT_ONCE = 500;

    private final ReceiptJournal journal;
    private final JdbcClient desk;
    private final TransactionTemplate together;
    private final Map<Path, Long> read = new HashMap<>();

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

    @Override
    public synchronized void run() throws IOException {
        for (Path file : journal.files()) {
            boolean mayGrow = journal.isOpen(file);
            if (Files.size(file) != read.getOrDefault(file, -1L)) ship(file);
            if (!mayGrow) {
                Files.delete(file);
                read.remove(file);
            }
        }
    }

    private void ship(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        String text = new String(content, StandardCharsets.UTF_8);
        List<String> lines =
                Arrays.asList(text.substring(0, text.lastIndexOf('\n') + 1).split("\n"));
        String name = String.valueOf(file.getFileName());
        long shipped = shipped(name);
        for (int from = (int) shipped; from < lines.size() && !text.isBlank(); from += LINES_AT_ONCE) {
            List<String> some = lines.subList(from, Math.min(lines.size(), from + LINES_AT_ONCE));
            int reached = from + some.size();
            together.executeWithoutResult(status -> {
                some.forEach(line -> store(Line.parse(line)));
                note(name, reached);
            });
        }
        read.put(file, (long) content.length);
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

    private void store(Line line) {
        int features = line.content() instanceof Line.Features f ? f.ids().size() : 0;
        desk.sql("""
                        INSERT INTO exchange.statistic AS s
                               (agreement_id, month, type, channel, answers, features, bytes, last_at)
                        VALUES (:agreement, date_trunc('month', to_timestamp(:at) AT TIME ZONE 'Europe/Istanbul')::date,
                                :type, :channel, :answers, :features, :bytes, to_timestamp(:at))
                        ON CONFLICT (agreement_id, month, type, channel) DO UPDATE
                           SET answers = s.answers + excluded.answers, features = s.features + excluded.features,
                               bytes = s.bytes + excluded.bytes, last_at = greatest(s.last_at, excluded.last_at)
                        """)
                .param("agreement", line.under().agreement())
                .param("at", line.at().toEpochMilli() / 1000.0)
                .param("type", line.type())
                .param("channel", line.channel())
                .param("answers", line.answers())
                .param("features", features)
                .param("bytes", line.bytes())
                .update();
        switch (line.content()) {
            case Line.Features some -> storeFeatures(line, some);
            case Line.Piece piece -> storePiece(line, piece);
        }
    }

    private void storeFeatures(Line line, Line.Features some) {
        if (some.ids().isEmpty()) return;
        String ids =
                "{" + String.join(",", some.ids().stream().map(Object::toString).toList()) + "}";
        common("""
                        INSERT INTO exchange.receipt (type, tucbs_no, agreement_id, channel, version, release_no, first_at, last_at)
                        SELECT DISTINCT :type, id, :agreement, :channel, :version, :release, to_timestamp(:at), to_timestamp(:at)
                          FROM unnest(:ids::uuid[]) AS id
                        ON CONFLICT (type, tucbs_no, agreement_id, channel) DO UPDATE
                           SET version = excluded.version, release_no = excluded.release_no, last_at = excluded.last_at
                        """, line).param("ids", ids).update();
    }

    private void storePiece(Line line, Line.Piece piece) {
        common("""
                        INSERT INTO exchange.receipt_map
                               (type, agreement_id, channel, version, release_no, first_at, last_at, place, box)
                        VALUES (:type, :agreement, :channel, :version, :release, to_timestamp(:at), to_timestamp(:at), :place,
                                ST_MakeEnvelope(:west, :south, :east, :north, 4326))
                        ON CONFLICT (agreement_id, type, channel, place) DO UPDATE
                           SET version = excluded.version, release_no = excluded.release_no, last_at = excluded.last_at
                        """, line)
                .param("place", piece.place())
                .param("west", piece.west())
                .param("south", piece.south())
                .param("east", piece.east())
                .param("north", piece.north())
                .update();
    }

    private JdbcClient.StatementSpec common(String sql, Line line) {
        return desk.sql(sql)
                .param("type", line.type())
                .param("agreement", line.under().agreement())
                .param("channel", line.channel())
                .param("version", line.under().version())
                .param("release", line.under().release())
                .param("at", line.at().toEpochMilli() / 1000.0);
    }
}
