package tr.kentatlas.benchmarks.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.ingest.Importer;
import tr.kentatlas.spatial.ingest.RecordSink;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.sample.SampleCity;
import tr.kentatlas.spatial.sample.Size;

/** Loading the sample city through the import, beside COPY of the very same rows into tables with the same columns and indexes. */
final class BulkLoad {
    static final long SEED = 1923;

    private final Model model;
    private final Path folder;
    private final List<Times> rounds = new ArrayList<>();

    /**
     * Seconds of one round.
     *
     * @param generating making the records and throwing them away
     * @param importing the whole import, making the records included
     */
    record Times(double generating, double importing, double copying, long rows) {
        double ratio() {
            return copying / (importing - generating);
        }
    }

    BulkLoad(Model model, Path folder) {
        this.model = model;
        this.folder = folder;
    }

    List<Times> rounds() {
        return List.copyOf(rounds);
    }

    /** Fills an empty, migrated database; everything in it stays but the copies. */
    Times round(PGSimpleDataSource database) throws SQLException, IOException {
        double generating = seconds(() -> city().read(new Nowhere()));
        double importing =
                seconds(() -> new Importer(database, model, BenchCity.SRID).run(city(), "bench", Progress.silent()));
        try (Connection connection = database.getConnection()) {
            Map<FeatureType, Path> files = unload(connection);
            Times times = new Times(generating, importing, copy(connection, files), rows(connection));
            rounds.add(times);
            return times;
        }
    }

    private static SampleCity city() {
        return SampleCity.of(Size.DISTRICT, SEED);
    }

    private Map<FeatureType, Path> unload(Connection connection) throws SQLException, IOException {
        Map<FeatureType, Path> files = new LinkedHashMap<>();
        for (FeatureType type : model.types()) {
            Path file = folder.resolve(type.name() + ".copy");
            try (OutputStream out = Files.newOutputStream(file)) {
                long rows = connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("COPY working." + type.name() + " TO STDOUT (FORMAT binary)", out);
                if (rows > 0) files.put(type, file);
            }
        }
        return files;
    }

    private double copy(Connection connection, Map<FeatureType, Path> files) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA copied");
            for (FeatureType type : files.keySet()) {
                statement.execute(
                        "CREATE TABLE copied." + type.name() + " (LIKE working." + type.name() + " INCLUDING ALL)");
            }
            long begun = System.nanoTime();
            connection.setAutoCommit(false);
            for (Map.Entry<FeatureType, Path> file : files.entrySet()) {
                try (InputStream in = Files.newInputStream(file.getValue())) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("COPY copied." + file.getKey().name() + " FROM STDIN (FORMAT binary)", in, 1 << 20);
                }
            }
            connection.commit();
            double seconds = (System.nanoTime() - begun) / 1e9;
            connection.setAutoCommit(true);
            for (Path file : files.values()) Files.delete(file);
            return seconds;
        }
    }

    private static long rows(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            var row = statement.executeQuery("SELECT count(*) FROM working.nesne");
            row.next();
            long rows = row.getLong(1);
            statement.execute("DROP SCHEMA copied CASCADE");
            return rows;
        }
    }

    private static double seconds(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Throws everything away. */
    private static final class Nowhere implements RecordSink {
        @Override
        public void accept(FeatureRecord entry) {}

        @Override
        public void reject(String type, String key, String reason) {}

        @Override
        public void skip(String kind) {}

        @Override
        public void progress(long done) {}
    }
}
