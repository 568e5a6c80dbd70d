package tr.kentatlas.benchmarks.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;
import tr.kentatlas.spatial.ingest.Importer;
import tr.kentatlas.spatial.model.ModelReader;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.sample.SampleCity;
import tr.kentatlas.spatial.sample.Size;

/** Imports the sample metropolis in a process with a bounded heap. */
final class HeapProbe {
    private HeapProbe() {}

    public static void main(String[] args) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(args[0]);
        database.setUser(args[1]);
        database.setPassword(System.getenv("KENT_DB_PASSWORD"));
        new Importer(database, ModelReader.read(), BenchCity.SRID)
                .run(SampleCity.of(Size.METROPOLIS, BulkLoad.SEED), "bench", Progress.silent());
    }

    /** Whether the import comes to its end with that heap. */
    static boolean fits(PGSimpleDataSource database, int megabytes) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx" + megabytes + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HeapProbe.class.getName(),
                        database.getUrl(),
                        String.valueOf(database.getUser())))
                .inheritIO();
        builder.environment().put("KENT_DB_PASSWORD", String.valueOf(database.getPassword()));
        return builder.start().waitFor() == 0;
    }
}
