package tr.kentatlas.api.cli.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.cli.instance.DatabaseUrl;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.Publisher;
import tr.kentatlas.spatial.store.sql.JobLock;

/**
 * Saves a city: the dump, the row counts and the content hashes are all of one exported snapshot. The archive gets its name by one
 * rename at the very end, so that a backup that was interrupted never looks like one.
 */
public final class Backup {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String FACTS = """
            SELECT current_setting('server_version_num')::int / 10000,
                   (SELECT value::int FROM kent.setting WHERE name = 'srid'),
                   (SELECT version FROM flyway.flyway_schema_history WHERE success ORDER BY installed_rank DESC LIMIT 1),
                   (SELECT release_no FROM release.pointer), pg_export_snapshot()
            """;

    private final String city;
    private final DatabaseUrl database;
    private final Map<String, String> source;

    /**
     * @param database connects as the owner of all tables
     * @param source what the city remembers of the file it was made from
     */
    public Backup(String city, DatabaseUrl database, Map<String, String> source) {
        this.city = city;
        this.database = database;
        this.source = source;
    }

    /** Writes {@code <city>-<time>} into a folder and returns its path. */
    public Path into(Path parent, Progress progress) throws InterruptedException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Path folder = parent.toAbsolutePath().normalize();
        String name = city + "-" + STAMP.format(now);
        try (Connection holder = database.connect()) {
            Path making = Folders.making(folder, name);
            try {
                fill(new Archive(making), now, holder, progress);
                return name(making, folder, name);
            } finally {
                Folders.remove(making);
            }
        } catch (SQLException e) {
            throw new UserError("The database failed during the backup: " + e.getMessage() + ".", e);
        } catch (FileSystemException e) {
            throw trouble(parent, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path name(Path making, Path folder, String name) throws IOException {
        Path finished = folder.resolve(name);
        if (Files.exists(finished)) throw new FileAlreadyExistsException(finished.toString());
        Files.move(making, finished, StandardCopyOption.ATOMIC_MOVE);
        Archive.sync(folder);
        return finished;
    }

    private void fill(Archive archive, Instant now, Connection holder, Progress progress)
            throws SQLException, IOException, InterruptedException {
        try (Statement statement = holder.createStatement()) {
            requireQuiet(holder);
            ContentReader.begin(statement);
            Facts facts = facts(statement);
            List<String> tables = ContentReader.tables(holder);
            dump(archive, facts, tables.size(), progress);
            List<TableContent> content = content(tables, facts, progress);
            statement.execute("COMMIT");
            archive.write(manifest(now, facts, content, archive.files(progress)));
        }
    }

    /** A release job drops tables that the snapshot still shows; neither waits for the other unasked. */
    private static void requireQuiet(Connection holder) throws SQLException {
        if (!JobLock.take(holder, Publisher.JOB))
            throw new UserError("A release job or another backup is running: start the backup when it has ended.");
    }

    private static Facts facts(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(FACTS)) {
            row.next();
            return new Facts(
                    row.getInt(1), row.getInt(2), row.getString(3), row.getObject(4, Long.class), row.getString(5));
        }
    }

    private void dump(Archive archive, Facts facts, int tables, Progress progress)
            throws IOException, InterruptedException {
        AtomicLong done = new AtomicLong();
        try (Progress.Step step = progress.begin("Saving the database", tables)) {
            new Tools(facts.major, database).dump(archive.dump(), facts.snapshot, line -> {
                if (line.contains("dumping contents of table") && !line.contains("spatial_ref_sys"))
                    step.at(done.incrementAndGet());
            });
            step.done();
        }
    }

    private List<TableContent> content(List<String> tables, Facts facts, Progress progress)
            throws SQLException, InterruptedException {
        try (Progress.Step step = progress.begin("Hashing its content", tables.size())) {
            List<TableContent> content = new ContentReader(database, Tools.JOBS).read(tables, facts.snapshot, step);
            step.done();
            return content;
        }
    }

    private Manifest manifest(Instant now, Facts facts, List<TableContent> content, List<Manifest.ArchivedFile> files) {
        return new Manifest(
                Manifest.FORMAT_VERSION,
                city,
                now,
                facts.major,
                facts.srid,
                facts.schemaVersion,
                facts.release,
                source,
                content,
                files);
    }

    private static RuntimeException trouble(Path parent, FileSystemException e) {
        String reason = String.valueOf(e.getReason());
        if (reason.contains("No space left")) return new UncheckedIOException(e);
        return new UserError("No permission to write " + parent + ", or not a folder.", e);
    }

    /** What the snapshot's transaction knows. */
    private record Facts(
            int major,
            int srid,
            String schemaVersion,
            @Nullable Long release,
            String snapshot) {}
}
