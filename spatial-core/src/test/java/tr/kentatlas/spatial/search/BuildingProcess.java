package tr.kentatlas.spatial.search;

import java.io.IOException;
import java.nio.file.Path;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.Editions;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.testsupport.Child;

/** A process that opens the index of release 1, or builds it whatever is there; arguments: database, user, password, folder, "open" or "build". */
final class BuildingProcess {
    private BuildingProcess() {}

    static Process start(PGSimpleDataSource database, Path folder, String what) throws IOException {
        return Child.over(database, BuildingProcess.class, folder.toString(), what)
                .redirectErrorStream(true)
                .start();
    }

    public static void main(String[] args) {
        PGSimpleDataSource source = Child.database(args);
        Edition edition = new Editions(JdbcClient.create(source)).find(1).orElseThrow();
        PlaceIndexFolder folder = new PlaceIndexFolder(Path.of(args[3]));
        if (args[4].equals("build")) folder.build(PublicTables.of(edition), source, Progress.silent());
        try (PlaceIndex index = folder.open(edition, source)) {
            System.out.println("places " + index.kinds().kinds().size());
        }
    }
}
