package tr.kentatlas.registry;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.feature.FeatureId;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.model.ModelReader;
import tr.kentatlas.spatial.store.edit.Editor;
import tr.kentatlas.spatial.store.edit.ObjectVersion;
import tr.kentatlas.spatial.store.edit.WorkingEdits;
import tr.kentatlas.spatial.store.schema.Migrations;
import tr.kentatlas.testsupport.PostgisServer;

/** A city of two neighbourhoods for the tests of the synchronisation: roads, one of them through both, buildings, doors, units. */
final class SyncCity {
    static final long WEST = 170_001;
    static final long EAST = 170_002;
    static final int SRID = 5255;
    static final Model MODEL = ModelReader.read();
    static final Editor EDITOR = new Editor("A. Yılmaz", "arazi");

    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final double X = 500_000;
    private static final double Y = 4_417_000;

    final PGSimpleDataSource server;
    final HikariDataSource database;
    final JdbcClient jdbc;
    final WorkingEdits edits;
    private int fixedCode = 1;
    private int objects;

    private SyncCity(PGSimpleDataSource server) {
        this.server = server;
        this.database = pool(server);
        this.jdbc = JdbcClient.create(this.database);
        this.edits = new WorkingEdits(this.database, MODEL, SRID);
    }

    private static HikariDataSource pool(DataSource server) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(server);
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    void close() {
        database.close();
    }

    /** A city that is there already. */
    static SyncCity over(PGSimpleDataSource server) {
        return new SyncCity(server);
    }

    /** Two neighbourhoods and nothing in them, in a database of its own; the caller closes it. */
    static SyncCity empty() {
        return new SyncCity(PostgisServer.shared().newDatabase(Template.MIGRATED)).withNeighbourhoods();
    }

    /** A small city, made anew in the database of all tests: to plan all statements again costs more than to run them. */
    static SyncCity small() {
        return Shared.CITY.again();
    }

    /** The same in a database of its own, for what changes more than rows; the caller closes it. */
    static SyncCity alone() {
        return empty().withStreets();
    }

    private SyncCity again() {
        EmptyTables.in(server);
        fixedCode = 1;
        objects = 0;
        return withNeighbourhoods().withStreets();
    }

    private SyncCity withNeighbourhoods() {
        mahalle(WEST, "Batı", 0);
        mahalle(EAST, "Doğu", 1000);
        return this;
    }

    /** Roads Atatürk (through both), Lale (west) and 1203 (east); on each buildings with doors and units. */
    private SyncCity withStreets() {
        UUID both = road("Atatürk", "3");
        UUID west = side(both, WEST, 50);
        UUID east = side(both, EAST, 100);
        UUID lale = side(road("Lale", "4"), WEST, 200);
        UUID numbered = side(road("1203", "4"), EAST, 300);
        int number = 1;
        for (UUID side : new UUID[] {west, east, lale, numbered}) {
            for (int i = 0; i < 2; i++) house(side, Integer.toString(number++), 2);
        }
        return this;
    }

    private void mahalle(long code, String name, double east) {
        insert(
                "idari_birim",
                "m" + code,
                square(east, 1000),
                "duzey",
                "mahalle",
                "ad",
                name,
                "uavt_kod",
                Long.toString(code));
    }

    UUID road(String name, String kind) {
        return insert("yol", "r" + name + objects++, null, "ad", name, "tip", kind);
    }

    /** A centre line in one neighbourhood with its two sides; gives the left one. */
    UUID side(UUID road, long neighbourhood, double north) {
        int n = objects++;
        double from = neighbourhood == WEST ? 10 : 1010;
        Geometry line = SHAPES.createLineString(
                new Coordinate[] {new Coordinate(X + from, Y + north), new Coordinate(X + from + 500, Y + north)});
        UUID id = insert("yol_orta_hat", "h" + n, line, "yol", road, "sanal_mi", false);
        UUID place = FeatureId.of("test", "idari_birim", "m" + neighbourhood);
        insert(
                "yol_orta_hat_yon",
                "sag" + n,
                null,
                "orta_hat",
                id,
                "taraf",
                "sag",
                "mahalle",
                place,
                "tanitim_kodu",
                fixed());
        return insert(
                "yol_orta_hat_yon",
                "sol" + n,
                null,
                "orta_hat",
                id,
                "taraf",
                "sol",
                "mahalle",
                place,
                "tanitim_kodu",
                fixed());
    }

    private String fixed() {
        return Integer.toString(fixedCode++);
    }

    /** A building with a door on a side of a road and some units. */
    UUID house(UUID side, String number, int units) {
        int n = objects++;
        UUID building = insert(
                "bina",
                "b" + n,
                square(20 + n * 3, 2),
                "yapi_durum",
                "functional",
                "yapi_tipi",
                "apartman",
                "kat_ustu",
                4);
        UUID door = door(side, number, building);
        for (int i = 1; i <= units; i++) unit(door, building, Integer.toString(i), i);
        return door;
    }

    UUID door(UUID side, String number, @Nullable UUID building) {
        int n = objects++;
        Geometry at = SHAPES.createPoint(new Coordinate(X + 20 + n * 3, Y + 1));
        return insert(
                "numarataj",
                "d" + n,
                at,
                "kapi_no",
                number,
                "tip",
                "anaGiris",
                "yon",
                side,
                "bina",
                building,
                "durum",
                "current");
    }

    UUID unit(UUID door, @Nullable UUID building, String number, int floor) {
        return insert(
                "bagimsiz_bolum",
                "u" + objects++,
                null,
                "numarataj",
                door,
                "bina",
                building,
                "ic_kapi_no",
                number,
                "kat_no",
                floor,
                "kullanim_turu",
                "konut",
                "tip",
                "bagimsizBolum",
                "durum",
                "kullanimda");
    }

    UUID insert(String type, String key, @Nullable Geometry geometry, @Nullable Object... columns) {
        UUID id = FeatureId.of("test", type, key);
        edits.insert(new FeatureRecord(type, id, values(columns), geometry), EDITOR);
        return id;
    }

    void edit(String type, UUID id, @Nullable Object... columns) {
        edits.edit(seen(type, id), new FeatureRecord(type, id, values(columns), null), EDITOR);
    }

    void retire(String type, UUID id) {
        edits.retire(seen(type, id), EDITOR);
    }

    private ObjectVersion seen(String type, UUID id) {
        int version = jdbc.sql("SELECT surum_no FROM working." + type + " WHERE tucbs_no = ?")
                .param(id)
                .query(Integer.class)
                .single();
        return ObjectVersion.of(type, id, version);
    }

    /** From tomorrow on the object has another row, with another value in one column. */
    void tomorrow(String type, UUID id, String columns, String column, Object value) {
        jdbc.sql("UPDATE working." + type + " SET gecerlilik_bitis = now() + interval '1 day' WHERE tucbs_no = ?")
                .param(id)
                .update();
        jdbc.sql("INSERT INTO working." + type + " (tucbs_no, gecerlilik_baslangic, " + columns + ", " + column
                        + ") SELECT tucbs_no, gecerlilik_bitis, " + columns + ", ? FROM working." + type
                        + " WHERE tucbs_no = ?")
                .params(value, id)
                .update();
    }

    /** Returns once somebody waits for a lock that another transaction holds. */
    void awaitWaiting() {
        String waiting = "pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
        while (count(waiting) == 0) LockSupport.parkNanos(5_000_000);
    }

    long count(String sql, Object... parameters) {
        return jdbc.sql("SELECT count(*) FROM " + sql)
                .params(parameters)
                .query(Long.class)
                .single();
    }

    @SuppressWarnings("NullAway") // a feature record takes null for what is not there
    private static Map<String, Object> values(@Nullable Object... columns) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i += 2) values.put(String.valueOf(columns[i]), columns[i + 1]);
        return values;
    }

    private static Geometry square(double east, double size) {
        return SHAPES.toGeometry(new Envelope(X + east, X + east + size, Y, Y + size));
    }

    /** Tests run one after the other. */
    private static final class Shared {
        static final SyncCity CITY = PostgisServer.shared().kept(SyncCity::empty);
    }

    /** Made when a database is wanted: a process that only works on another one's database starts no server. */
    private static final class Template {
        static final PostgisServer.Template MIGRATED =
                PostgisServer.shared().template("registry", db -> new Migrations(db, SRID).migrate());
    }
}
