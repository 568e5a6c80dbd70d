package tr.kentatlas.benchmarks.service;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.cluster.Durability;
import tr.kentatlas.cluster.PrivateCluster;
import tr.kentatlas.cluster.ServerAddress;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.model.ModelReader;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.quality.QualityRun;
import tr.kentatlas.spatial.quality.RuleBook;
import tr.kentatlas.spatial.release.Decision;
import tr.kentatlas.spatial.release.Publisher;
import tr.kentatlas.spatial.release.ReleaseCheck.Outcome;
import tr.kentatlas.spatial.release.Replacing;
import tr.kentatlas.spatial.store.schema.CodeListTables;
import tr.kentatlas.spatial.store.schema.Migrations;

/** A private cluster with the sample city published, and the same rows in the form a plain server would keep them. */
final class BenchCity implements AutoCloseable {
    static final int SRID = 5255;
    private static final List<String> OF_THE_MAP = List.of("adi", "zeminUstuKatSayisi");
    static final int TILES = 24;
    static final int IDS = 48;

    private static final String DATABASE = "kent";

    private final PrivateCluster cluster;
    private final ServerAddress address;
    private final Model model = ModelReader.read();

    private BenchCity(PrivateCluster cluster) {
        this.cluster = cluster;
        this.address = cluster.start();
    }

    static BenchCity create(Path folder) {
        PrivateCluster cluster = PrivateCluster.in(folder, Durability.LASTING);
        cluster.create();
        BenchCity city = new BenchCity(cluster);
        JdbcClient.create(city.source("postgres"))
                .sql("CREATE DATABASE " + DATABASE)
                .update();
        new Migrations(city.owner(), SRID).migrate();
        new CodeListTables(city.owner()).fill(city.model);
        return city;
    }

    void publish() {
        QualityRun rules = new QualityRun(owner(), RuleBook.read(model));
        Publisher publisher = new Publisher(owner(), model, SRID, rules, List.of());
        publisher.draft(List.of(), "bench", null, Replacing.ANY, Progress.silent());
        requireClean(publisher.check(Progress.silent()));
        publisher.approve(List.of(), new Decision(Approval.COUNCIL, "bench", LocalDate.of(2026, 11, 1), "bench"));
        publisher.publish("bench", null, Progress.silent());
    }

    /** The sample district is clean: no rule finds anything in it. The tests hold the same of the small city. */
    private static void requireClean(List<Outcome> outcomes) {
        String found = outcomes.stream()
                .filter(outcome -> outcome.found() > 0)
                .map(outcome -> outcome.ruleId() + " (" + outcome.found() + ")")
                .collect(Collectors.joining(", "));
        if (!found.isEmpty()) throw new IllegalStateException("The sample district is not clean: " + found);
    }

    /** Another database of the cluster, migrated and empty. */
    PGSimpleDataSource another(String name) {
        JdbcClient.create(source("postgres")).sql("CREATE DATABASE " + name).update();
        PGSimpleDataSource other = source(name);
        new Migrations(other, SRID).migrate();
        return other;
    }

    void drop(String name) {
        JdbcClient.create(source("postgres"))
                .sql("DROP DATABASE " + name + " WITH (FORCE)")
                .update();
    }

    /** The public and the full rows of the buildings, geometry stored in EPSG:3857, each with a spatial index. */
    void makeFloorTables() {
        jdbc().sql("DROP SCHEMA IF EXISTS floor CASCADE").update();
        jdbc().sql("CREATE SCHEMA floor").update();
        for (String wall : List.of("acik", "yayin")) {
            String others = all(wall).stream()
                    .map(a -> a.column() + (isText(a) && !a.isMany() ? "::text" : ""))
                    .collect(Collectors.joining(", "));
            jdbc().sql("CREATE TABLE floor." + wall
                            + " AS SELECT sira, tucbs_no, geojson, ST_Transform(geom, 4326) AS stored,"
                            + " ST_Transform(geom, 3857) AS geom, " + others + " FROM " + published(wall)
                            + " ORDER BY sira")
                    .update();
            jdbc().sql("CREATE INDEX ON floor." + wall + " USING gist (geom)").update();
            jdbc().sql("CREATE INDEX ON floor." + wall + " USING gist (stored)").update();
            jdbc().sql("CREATE UNIQUE INDEX ON floor." + wall + " (tucbs_no)").update();
            jdbc().sql("ANALYZE floor." + wall).update();
        }
    }

    private static boolean isText(Attribute a) {
        return switch (a.type()) {
            case DATE, INSTANT, REFERENCE, UUID -> true;
            default -> false;
        };
    }

    /** The attributes of buildings before one wall that have one value. */
    List<Attribute> fields(String wall) {
        return all(wall).stream().filter(a -> !a.isMany()).toList();
    }

    /** The attributes of buildings a tile of zoom 14 carries, before both walls. */
    List<Attribute> tileFields() {
        return all("acik").stream().filter(a -> OF_THE_MAP.contains(a.name())).toList();
    }

    /** All their attributes before one wall. */
    List<Attribute> all(String wall) {
        return model.attributesOf(model.get("bina")).stream()
                .filter(a -> wall.equals("yayin") || a.isPublic())
                .filter(a -> a.type() != AttributeType.GEOMETRY)
                .toList();
    }

    String published(String wall) {
        return wall + "_"
                + jdbc().sql("SELECT snapshot_id FROM release.content JOIN release.pointer USING (release_no)"
                                + " WHERE theme = 'bina'")
                        .query(Long.class)
                        .single()
                + ".bina";
    }

    /** Tiles of zoom 14 with the most buildings, as z/y/x. */
    List<int[]> densestTiles() {
        return jdbc().sql("""
                        SELECT x, y FROM (SELECT floor((ST_X(c) + 20037508.342789244) / 40075016.685578488 * 16384)::int x,
                                floor((20037508.342789244 - ST_Y(c)) / 40075016.685578488 * 16384)::int y
                           FROM (SELECT ST_Centroid(geom) c FROM floor.acik) s) t
                         GROUP BY x, y ORDER BY count(*) DESC, x, y LIMIT ?
                        """)
                .param(TILES)
                .query((row, n) -> new int[] {14, row.getInt("y"), row.getInt("x")})
                .list();
    }

    List<String> ids() {
        return jdbc().sql("SELECT tucbs_no::text FROM floor.acik ORDER BY md5(tucbs_no::text) LIMIT ?")
                .param(IDS)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** Boxes in CRS84 of about 300 m around buildings, so that each holds more than 100. */
    List<double[]> boxes() {
        return jdbc().sql("""
                        SELECT ST_X(c) x, ST_Y(c) y FROM (SELECT ST_Transform(ST_Centroid(geom), 4326) c FROM floor.acik
                         ORDER BY md5(tucbs_no::text) DESC LIMIT ?) s
                        """)
                .param(TILES)
                .query((row, n) -> new double[] {
                    row.getDouble("x") - 0.003,
                    row.getDouble("y") - 0.003,
                    row.getDouble("x") + 0.003,
                    row.getDouble("y") + 0.003
                })
                .list();
    }

    long buildings() {
        return jdbc().sql("SELECT count(*) FROM floor.acik").query(Long.class).single();
    }

    String versions() {
        return jdbc().sql(
                        "SELECT 'PostgreSQL ' || current_setting('server_version') || ', PostGIS ' || postgis_lib_version()")
                .query(String.class)
                .single();
    }

    Model model() {
        return model;
    }

    ServerAddress address() {
        return address;
    }

    String jdbcUrl() {
        return address.jdbcUrl(DATABASE);
    }

    PGSimpleDataSource owner() {
        return source(DATABASE);
    }

    JdbcClient jdbc() {
        return JdbcClient.create(owner());
    }

    private PGSimpleDataSource source(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address.jdbcUrl(database));
        source.setUser(address.user());
        source.setPassword(address.password().reveal());
        return source;
    }

    @Override
    public void close() {
        cluster.remove();
    }
}
