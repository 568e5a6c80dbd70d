package tr.kentatlas.api.thematic.geoserver;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.thematic.saved.SavedMaps;
import tr.kentatlas.cluster.Secret;
import tr.kentatlas.spatial.progress.Progress;

/** A setting-up in a process of its own, to be killed. */
final class ApplyProcess {
    private ApplyProcess() {}

    public static void main(String[] args) {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(args[0]);
        owner.setUser(args[1]);
        owner.setPassword(System.getenv("KENT_PASSWORD"));
        Map<String, String> settings = Map.of(
                "KENT_GEOSERVER_URL", args[2],
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
        PGSimpleDataSource owner = city.owner();
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ApplyProcess.class.getName(),
                        Objects.requireNonNull(owner.getUrl()),
                        Objects.requireNonNull(owner.getUser()),
                        city.stub().url()))
                .inheritIO();
        builder.environment().put("KENT_PASSWORD", Objects.requireNonNull(owner.getPassword()));
        Process process = builder.start();
        while (process.isAlive() && city.stub().writes() < writes) LockSupport.parkNanos(500_000);
        process.destroyForcibly().waitFor();
    }
}
