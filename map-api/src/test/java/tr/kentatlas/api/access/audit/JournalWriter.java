package tr.kentatlas.api.access.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.access.Caller;
import tr.kentatlas.api.ops.journal.LocalJournal;
import tr.kentatlas.api.ops.journal.Shipper;
import tr.kentatlas.testsupport.Child;

/** A process that records and ships without end; it prints the number of each entry after it was recorded. */
final class JournalWriter {
    private JournalWriter() {}

    public static void main(String[] args) throws Exception {
        PGSimpleDataSource database = Child.database(args);
        LocalJournal journal = new LocalJournal(Path.of(args[3]), AuditConfiguration.SUFFIX, AuditConfiguration.ROOM);
        Shipper shipper = AuditConfiguration.shipper(journal, JdbcClient.create(database));
        Thread.ofPlatform().daemon().start(() -> shipForEver(shipper));
        for (long i = Long.parseLong(args[4]); ; i++) {
            journal.append(
                    JournalLine.write(AuditEntry.change(Caller.Kind.STAFF, "kill", "test", Objects.toString(i))));
            System.out.println(i);
        }
    }

    private static void shipForEver(Shipper shipper) {
        try {
            while (true) shipper.ship();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
