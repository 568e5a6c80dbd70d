package tr.kentatlas.spatial.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.store.sql.OneTransaction;

/** Builds the index of one release in a folder aside and moves it into place whole; what was half built is never opened. */
final class IndexBuild {
    private static final int PORTION = 2_000;
    private static final int REPORT_EVERY = 5_000;

    /** A district's index fits, so that nothing is written twice to be merged. */
    private static final double BUFFER_MEGABYTES = 64;

    /** A single statement orders all that a type has: who answers questions has far less time than that takes in a large city. */
    private static final String WITHOUT_LIMIT =
            "SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0";

    private static final int SILENCE_MILLIS =
            Math.toIntExact(Duration.ofHours(1).toMillis());

    private static final String TURNS = """
            SELECT eczane, baslangic, bitis FROM {nobet_cizelgesi}
             WHERE eczane IS NOT NULL AND baslangic IS NOT NULL AND bitis IS NOT NULL ORDER BY sira
            """;

    private final PublicTables tables;
    private final Progress progress;
    private final PlaceKinds.Counter kinds = new PlaceKinds.Counter();
    private long done;

    IndexBuild(PublicTables tables, Progress progress) {
        this.tables = tables;
        this.progress = progress;
    }

    /** Reads as whoever the source signs in as; the public role suffices. */
    void into(Path folder, DataSource source) {
        Path aside = aside(folder);
        try {
            Files.createDirectories(aside);
            write(aside, source);
            moveInto(folder, aside);
        } catch (IOException e) {
            throw new UncheckedIOException("the place index cannot be written to " + folder, e);
        } catch (SQLException e) {
            throw new IllegalStateException("the place index cannot be read from the database: " + e.getMessage(), e);
        } finally {
            remove(aside);
        }
    }

    private static Path aside(Path folder) {
        return folder.resolveSibling("." + folder.getFileName() + "-" + UUID.randomUUID());
    }

    /** Whether a folder is one that was begun or put away, not one to be read. */
    static boolean isAside(Path folder) {
        return folder.getFileName().toString().matches("\\.\\d{1,18}-[0-9a-f-]{36}");
    }

    static void remove(Path folder) {
        if (!Files.exists(folder)) return;
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }

    private void write(Path aside, DataSource source) throws IOException, SQLException {
        try (Progress.Step step = progress.begin("place index", Progress.UNKNOWN);
                Directory directory = FSDirectory.open(aside);
                IndexWriter writer =
                        new IndexWriter(directory, new IndexWriterConfig().setRAMBufferSizeMB(BUFFER_MEGABYTES));
                Connection connection = source.getConnection();
                OneTransaction whole = OneTransaction.on(connection)) {
            connection.setNetworkTimeout(Runnable::run, SILENCE_MILLIS);
            whole.execute(WITHOUT_LIMIT);
            fill(writer, whole.jdbc(PORTION), step);
            whole.commit();
            writer.addDocument(PlaceDocuments.of(kinds.counted()));
            writer.forceMerge(1);
            writer.setLiveCommitData(Map.of("stamp", tables.stamp(), "release", Long.toString(tables.release()))
                    .entrySet());
            writer.commit();
            step.at(done);
            step.done();
        }
    }

    private void fill(IndexWriter writer, JdbcClient jdbc, Progress.Step step) {
        AdminUnits units = AdminUnits.read(tables, jdbc);
        new UnitRows(tables, units).read(jdbc, place -> add(writer, place, step));
        new StreetRows(tables, units).read(jdbc, place -> add(writer, place, step));
        new ServiceRows(tables, units).read(jdbc, place -> add(writer, place, step));
        new AddressRows(tables, units).read(jdbc, place -> add(writer, place, step));
        new ParcelRows(tables, units).read(jdbc, place -> add(writer, place, step));
        tables.each(
                jdbc,
                TURNS,
                row -> add(
                        writer,
                        new DutyTurn(
                                row.getObject("eczane", UUID.class),
                                row.getTimestamp("baslangic").toInstant(),
                                row.getTimestamp("bitis").toInstant())));
    }

    private void add(IndexWriter writer, Place place, Progress.Step step) {
        try {
            writer.addDocument(PlaceDocuments.of(place));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        kinds.add(place);
        if (++done % REPORT_EVERY == 0) step.at(done);
    }

    private static void add(IndexWriter writer, DutyTurn turn) {
        try {
            writer.addDocument(PlaceDocuments.of(turn));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was there before is put away first: no reader meets half of one and half of another. */
    private static void moveInto(Path folder, Path aside) throws IOException {
        Path before = aside(folder);
        if (Files.isDirectory(folder)) Files.move(folder, before, StandardCopyOption.ATOMIC_MOVE);
        Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
        remove(before);
    }
}
