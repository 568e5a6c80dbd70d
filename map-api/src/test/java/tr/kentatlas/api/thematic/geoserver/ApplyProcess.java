package tr.kentatlas.api.thematic.geoserver;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.thematic.saved.SavedMaps;
import tr.kentatlas.cluster.Secret;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.testsupport.Child;

/** A setting-up in a process of its own, to be killed. */
final class ApplyProcess {
    private ApplyProcess() {}

    public static void main(String[] args) {
        PGSimpleDataSource owner = Child.database(args);
        Map<String, String> settings = Map.of(
                "KENT_GEOSERVER_URL", args[3],
                "KENT_GEOSERVER_USER", GeoServerStub.USER,
                "KENT_GEOSERVER_PASSWORD", GeoServerStub.PASSWORD);
        PublicStore store = PublicStore.of(args[0], "kent_acik", new Secret(SmallCity.ROLE_PASSWORD), settings::get);
        new Provisioning(
                        GeoServerAddress.in(settings::get).orElseThrow(),
                        store,
                        owner,
                        SavedMaps.published(JdbcClient.create(owner)))
                .apply(Progress.silent());
    }

    /** Killed as soon as GeoServer has been written to so often. */
    static void killedAfter(SetUpCity city, int writes) throws IOException, InterruptedException {
        Process process = Child.over(
                        city.owner(), ApplyProcess.class, city.stub().url())
                .inheritIO()
                .start();
        while (process.isAlive() && city.stub().writes() < writes) LockSupport.parkNanos(500_000);
        process.destroyForcibly().waitFor();
    }
}
