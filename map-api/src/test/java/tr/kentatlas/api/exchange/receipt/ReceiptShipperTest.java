package tr.kentatlas.api.exchange.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tr.kentatlas.api.SmallCity;

/** What left is counted once, whatever happens to the process that tells it. */
class ReceiptShipperTest {
    private final PGSimpleDataSource city = SmallCity.database();
    private final JdbcClient jdbc = JdbcClient.create(city);

    @Test
    void aJournalIsCountedOnceThoughItIsShippedAgainAfterACrash(@TempDir Path folder) throws Exception {
        long agreement = agreement();
        UUID id = UUID.randomUUID();
        try (ReceiptJournal journal = new ReceiptJournal(folder)) {
            journal.append(List.of(line(agreement, id)));
            shipper(journal).run();
            journal.append(List.of(line(agreement, id)));
            shipper(journal).run();
            shipper(journal).run();
        }
        assertThat(counted("answers")).isEqualTo(2);
        assertThat(counted("features")).isEqualTo(2);
        assertThat(received(id)).isEqualTo(1);
        Path left = only(folder);
        Files.writeString(left, "1\t1\t1\tbina\tite", StandardOpenOption.APPEND);
        try (ReceiptJournal next = new ReceiptJournal(folder)) {
            shipper(next).run();
        }
        assertThat(counted("answers"))
                .as("half a line of a killed process is none")
                .isEqualTo(2);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aLargeFileIsStoredByPortionsAndGoesOnBehindTheLastThatIs(@TempDir Path folder) throws Exception {
        Line.Under under = new Line.Under(agreement(), 1, 1);
        List<Line> lines = Stream.generate(
                        () -> Stream.generate(UUID::randomUUID).limit(4_000).toList())
                .limit(12)
                .map(ids -> new Line(under, "bina", "items", Instant.now(), 1, 10, new Line.Features(ids)))
                .toList();
        jdbc.sql("""
                        CREATE FUNCTION exchange.full() RETURNS trigger LANGUAGE plpgsql AS
                            $$ BEGIN IF NEW.line_no > 10 THEN RAISE 'too much'; END IF; RETURN NEW; END $$;
                        CREATE TRIGGER full_up BEFORE INSERT OR UPDATE ON exchange.shipped FOR EACH ROW EXECUTE FUNCTION exchange.full();
                        """).update();
        try (ReceiptJournal journal = new ReceiptJournal(folder)) {
            journal.append(lines);
            ReceiptShipper shipper = shipper(journal);
            assertThatThrownBy(shipper::run).isInstanceOf(DataAccessException.class);
            assertThat(counted("features")).isEqualTo(40_000);
            jdbc.sql("DROP TRIGGER full_up ON exchange.shipped").update();
            shipper.run();
        }
        assertThat(counted("features")).isEqualTo(48_000);
        assertThat(counted("answers")).isEqualTo(12);
    }

    @Test
    void whatIsBehindAHoleCountsAndTheFileIsKeptAside(@TempDir Path folder) throws Exception {
        Line line = line(agreement(), UUID.randomUUID());
        int length = line.bytesOfLine().length;
        try (ReceiptJournal journal = new ReceiptJournal(folder)) {
            journal.append(List.of(line, line, line, line));
            shipper(journal).run();
        }
        byte[] bytes = Files.readAllBytes(only(folder));
        Arrays.fill(bytes, length + 20, 2 * length + 20, (byte) 0);
        Files.write(only(folder), bytes);
        try (ReceiptJournal next = new ReceiptJournal(folder)) {
            shipper(next).run();
            assertThat(counted("answers")).as("all were shipped before").isEqualTo(4);
            assertThat(only(folder).toString()).endsWith(".damaged");
            Files.move(only(folder), folder.resolve(UUID.randomUUID() + ".receipts"));
            shipper(next).run();
            assertThat(counted("answers")).as("of another file two are whole").isEqualTo(6);
        }
    }

    /** As after a backup from before the agreement was restored. */
    @Test
    void aLineOfAnAgreementTheDatabaseDoesNotHaveStopsNoOther(@TempDir Path folder) throws Exception {
        long agreement = agreement();
        UUID id = UUID.randomUUID();
        Line unknown = line(agreement + 1, id);
        try (ReceiptJournal journal = new ReceiptJournal(folder)) {
            journal.append(List.of(line(agreement, id), unknown, line(agreement, id)));
            shipper(journal).run();
        }
        assertThat(counted("answers")).isEqualTo(2);
        assertThat(received(id)).isEqualTo(1);
        try (ReceiptJournal next = new ReceiptJournal(folder)) {
            shipper(next).run();
            assertThat(counted("answers")).as("exactly once").isEqualTo(2);
        }
        assertThat(only(folder).toString()).endsWith(".refused");
        assertThat(Files.readAllBytes(only(folder))).isEqualTo(unknown.bytesOfLine());
    }

    private long agreement() {
        return jdbc.sql("INSERT INTO exchange.agreement (number, state) VALUES ('1', 'active') RETURNING agreement_id")
                .query(Long.class)
                .single();
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    private static Line line(long agreement, UUID id) {
        Line.Under under = new Line.Under(agreement, 1, 1);
        return new Line(under, "bina", "items", Instant.now(), 1, 10, new Line.Features(List.of(id)));
    }

    /** As a process that has just begun: it remembers nothing. */
    private ReceiptShipper shipper(ReceiptJournal journal) {
        return new ReceiptShipper(journal, jdbc, new TransactionTemplate(new JdbcTransactionManager(city)));
    }

    private long counted(String column) {
        return jdbc.sql("SELECT sum(" + column + ") FROM exchange.statistic")
                .query(Long.class)
                .single();
    }

    private long received(UUID id) {
        return jdbc.sql("SELECT count(*) FROM exchange.receipt WHERE tucbs_no = ?")
                .param(id)
                .query(Long.class)
                .single();
    }
}
