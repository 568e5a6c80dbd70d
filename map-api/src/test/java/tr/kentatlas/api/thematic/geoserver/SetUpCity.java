package tr.kentatlas.api.thematic.geoserver;

import com.zaxxer.hikari.HikariDataSource;
import java.time.LocalDate;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.thematic.saved.SavedMaps;
import tr.kentatlas.cluster.Secret;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.model.ModelReader;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.Decision;
import tr.kentatlas.spatial.release.Publisher;
import tr.kentatlas.spatial.release.Replacing;

/** A small published city beside a stub of GeoServer that reads its real database. */
public final class SetUpCity implements AutoCloseable {
    public static final String FLOORS =
            "{\"type\":\"bina\",\"value\":\"zeminUstuKatSayisi\",\"method\":\"natural-breaks\",\"classes\":5}";

    private final PGSimpleDataSource owner;
    private final HikariDataSource pool = new HikariDataSource();
    private final GeoServerStub stub;

    public SetUpCity() {
        this(SmallCity.few(), new GeoServerStub());
    }

    /** Beside a city of another test. */
    public SetUpCity(PGSimpleDataSource owner, GeoServerStub stub) {
        this.owner = owner;
        this.stub = stub;
        pool.setDataSource(owner);
        pool.setMaximumPoolSize(3);
        JdbcClient.create(pool)
                .sql("ALTER ROLE kent_acik LOGIN PASSWORD '" + SmallCity.ROLE_PASSWORD + "'")
                .update();
    }

    public GeoServerStub stub() {
        return stub;
    }

    public PGSimpleDataSource owner() {
        return owner;
    }

    public JdbcClient database() {
        return JdbcClient.create(pool);
    }

    GeoServerAddress address() {
        return GeoServerAddress.in(stub.environment()).orElseThrow();
    }

    PublicStore store() {
        return PublicStore.of(
                String.valueOf(owner.getUrl()), "kent_acik", new Secret(SmallCity.ROLE_PASSWORD), name -> null);
    }

    Provisioning provisioning() {
        return provisioning(address(), store());
    }

    Provisioning provisioning(GeoServerAddress address, PublicStore store) {
        return new Provisioning(address, store, pool, SavedMaps.published(database()));
    }

    /** Everything is set up. */
    public void apply() {
        provisioning().apply(Progress.silent());
    }

    List<Discrepancy> verify() {
        return provisioning().verify(Progress.silent());
    }

    /** Publishes a thematic map under an id of twelve letters. */
    public void map(String id, String definition) {
        database()
                .sql(
                        "INSERT INTO thematic.map (map_id, definition, state, decision_no, decision_date, owner, changed_by)"
                                + " VALUES (?, ?::jsonb, 'published', '2026/5', '2026-11-03', 'test', 'test')"
                                + " ON CONFLICT (map_id) DO UPDATE SET definition = excluded.definition")
                .params(id, definition)
                .update();
    }

    void withdraw(String id) {
        database().sql("DELETE FROM thematic.map WHERE map_id = ?").param(id).update();
    }

    /** A new release with changed buildings. */
    public long release() {
        draft();
        return publisher().publish("test", null, Progress.silent()).number();
    }

    /** Changed buildings, drafted and approved. */
    public void draft() {
        database()
                .sql("UPDATE working.bina SET kat_ustu = kat_ustu + 1 WHERE row_no % 7 = 0")
                .update();
        Publisher publisher = publisher();
        publisher.draft(List.of("bina"), "test", null, Replacing.ANY, Progress.silent());
        publisher.check(Progress.silent());
        publisher.approve(List.of(), new Decision(Approval.COUNCIL, "2026/2", LocalDate.of(2026, 11, 4), "test"));
    }

    Publisher publisher() {
        return new Publisher(owner, ModelReader.read(), SmallCity.SRID, (draft, progress) -> List.of(), List.of());
    }

    StubCatalogue.Workspace workspace(long release) {
        return stub.catalogue.workspace("r" + release);
    }

    @Override
    public void close() {
        stub.close();
        pool.close();
    }
}
