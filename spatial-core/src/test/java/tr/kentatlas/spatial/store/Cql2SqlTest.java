package tr.kentatlas.spatial.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.feature.cql2.Cql2Text;
import tr.kentatlas.spatial.store.PropertyColumns.Column;

class Cql2SqlTest {
    static final int STORAGE = 5254;
    private static final FilterCrs CRS84 = FilterCrs.everywhere(4326, AxisOrder.EASTING_FIRST);
    private static final FilterCrs STORED = FilterCrs.everywhere(STORAGE, AxisOrder.EASTING_FIRST);
    private static final Map<String, Column> COLUMNS = Map.ofEntries(
            column("no", "no", ColumnType.INTEGER),
            column("ad", "ad", ColumnType.TEXT),
            column("kat", "kat", ColumnType.INTEGER),
            column("nüfus", "nufus", ColumnType.LONG),
            column("alan", "alan", ColumnType.DECIMAL),
            column("asansör", "asansor", ColumnType.BOOLEAN),
            column("yapım", "yapim", ColumnType.DATE),
            column("bitiş", "bitis", ColumnType.DATE),
            column("kayıt", "kayit", ColumnType.INSTANT),
            column("kimlik", "kimlik", ColumnType.UUID),
            column("etiket", "etiket", ColumnType.TEXT_ARRAY),
            column("üye", "uye", ColumnType.UUID_ARRAY),
            column("geom", "geom", ColumnType.GEOMETRY));

    private static final JdbcClient JDBC = ThrowawayPostgis.client();

    private static Map.Entry<String, Column> column(String property, String sqlName, ColumnType type) {
        return Map.entry(property, new Column("y.\"" + sqlName + "\"", type));
    }

    /** Squares of 10 m along the meridian 30° E, 100 m apart; the last place has only its number. */
    @BeforeAll
    static void fillTheTable() {
        JDBC.sql("DROP TABLE IF EXISTS yer").update();
        JDBC.sql("""
                CREATE TABLE yer (no int PRIMARY KEY, ad text, kat int, nufus bigint, alan double precision, asansor boolean,
                    yapim date, bitis date, kayit timestamptz, kimlik uuid, etiket text[], uye uuid[], geom geometry(Geometry, 5254))
                """).update();
        JDBC.sql("""
                INSERT INTO yer VALUES
                (1, 'IĞDIR', 1, 5000000000, 10.5, true, '2020-01-01', '2020-12-31', '2026-01-01T00:00:00Z',
                 '00000000-0000-0000-0000-000000000001', '{a,b}', '{00000000-0000-0000-0000-000000000001}',
                 ST_MakeEnvelope(500000, 4400000, 500010, 4400010, 5254)),
                (2, 'ığdır', 5, 7, 20, false, '2020-06-01', '2020-06-30', '2026-01-01T12:30:00Z',
                 '00000000-0000-0000-0000-000000000002', '{b}', '{00000000-0000-0000-0000-000000000002}',
                 ST_MakeEnvelope(500000, 4400100, 500010, 4400110, 5254)),
                (3, '50%_\\ O''Neill', 10, -1, 0.1, true, '2021-01-01', NULL, '2026-01-02T00:00:00Z',
                 '00000000-0000-0000-0000-000000000003', '{}', '{}',
                 ST_MakeEnvelope(500000, 4400200, 500010, 4400210, 5254)),
                (4, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)
                """).update();
        JDBC.sql("CREATE INDEX yer_geom ON yer USING gist (geom)").update();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "TRUE|1 2 3 4",
                "FALSE|",
                "kat = 5|2",
                "kat <> 5|1 3",
                "NOT kat = 5|1 3",
                "kat < 5.5|1 2",
                "5 <= kat|2 3",
                "kat > 1 AND kat < 10|2",
                "kat = 1 OR kat = 10|1 3",
                "kat = 99999999999999999999|",
                "nüfus = 5000000000|1",
                "nüfus = kat|",
                "alan = 0.1|3",
                "alan < kat|3",
                "ad = 'IĞDIR'|1",
                "ad > 'a'|2",
                "CASEI(ad) = CASEI('Iğdır')|1 2",
                "CASEI('IĞDIR') = CASEI('ığdır')|1 2 3 4",
                "ACCENTI(ad) = ACCENTI('IGDIR')|1",
                "ACCENTI(CASEI(ad)) = ACCENTI(CASEI('igdir'))|1 2",
                "CASEI(ACCENTI(ad)) = ACCENTI(CASEI('igdir'))|1 2",
                "ad LIKE 'I%'|1",
                "ad LIKE '____R'|1",
                "ad LIKE '50\\%\\_\\\\%'|3",
                "ad LIKE '%O''N%'|3",
                "ad NOT LIKE 'I%'|2 3",
                "CASEI(ad) LIKE CASEI('IĞ%')|1 2",
                "CASEI(ad) IN (CASEI('IĞDIR'), 'x')|1 2",
                "kat BETWEEN 1 AND 5|1 2",
                "kat NOT BETWEEN 1 AND 5|3",
                "ad BETWEEN 'A' AND 'Z'|1",
                "kat IN (1, 10, 2.5)|1 3",
                "kat NOT IN (1)|2 3",
                "kat IN (no, 5)|1 2",
                "ad IN ('IĞDIR', 'a,b', '{}', 'x\"y')|1",
                "ad IS NULL|4",
                "ad IS NOT NULL|1 2 3",
                "geom IS NULL|4",
                "etiket IS NULL|4",
                "kat + 1 IS NULL|4",
                "kat * 2 + 1 = 11|2",
                "kat / 2 = 2.5|2",
                "kat div 2 = 2|2",
                "kat % 3 = 1|1 3",
                "-kat = -5|2",
                "kat ^ 2 = 25|2",
                "kat / 0 = 1|",
                "kat % (kat - 5) = 0|3",
                "kat ^ 1000000 > 1|",
                "(0 - kat) ^ 0.5 = 1|",
                "nüfus * nüfus * nüfus > 1|1 2",
                "asansör|1 3",
                "NOT asansör|2",
                "asansör = FALSE|2",
                "asansör <> FALSE|1 3",
                "yapım = DATE('2020-06-01')|2",
                "yapım < DATE('2020-06-01')|1",
                "yapım IN (DATE('2020-01-01'), DATE('2021-01-01'))|1 3",
                "yapım BETWEEN DATE('2020-01-01') AND DATE('2020-12-31')|1 2",
                "kayıt = TIMESTAMP('2026-01-01T12:30:00Z')|2",
                "kayıt IN (TIMESTAMP('2026-01-01T12:30:00Z'))|2",
                "kayıt = DATE('2026-01-01')|1 2",
                "kayıt <> DATE('2026-01-01')|3",
                "kayıt <= DATE('2026-01-01')|1 2",
                "kayıt > DATE('2026-01-01')|3",
                "kayıt < DATE('2026-01-01')|",
                "DATE('2026-01-02') <= kayıt|3",
                "kimlik = '00000000-0000-0000-0000-000000000002'|2",
                "'00000000-0000-0000-0000-000000000002' = kimlik|2",
                "kimlik IN ('00000000-0000-0000-0000-000000000001')|1",
                "A_CONTAINS(etiket, ('b'))|1 2",
                "A_CONTAINS(etiket, ('b', 'a'))|1",
                "A_CONTAINEDBY(etiket, ('b', 'c'))|2 3",
                "A_EQUALS(etiket, ('b', 'a', 'a'))|1",
                "A_EQUALS(etiket, ())|3",
                "A_OVERLAPS(etiket, ('a', ad))|1",
                "A_CONTAINS(üye, ('00000000-0000-0000-0000-000000000001'))|1",
                "A_OVERLAPS(üye, (kimlik))|1 2",
            })
    void scalarsAndArraysSelect(String filter, String expected) {
        assertThat(select(filter, STORED)).as(filter).isEqualTo(numbers(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // Days: lifetimes [2020-01-01, 2020-12-31], [2020-06-01, 2020-06-30], [2021-01-01, open)
                "T_AFTER(INTERVAL(yapım, bitiş), DATE('2020-12-31'))|3",
                "T_BEFORE(INTERVAL(yapım, bitiş), DATE('2020-12-31'))|2",
                "T_INTERSECTS(INTERVAL(yapım, bitiş), DATE('2020-06-30'))|1 2 4",
                "T_INTERSECTS(INTERVAL(yapım, bitiş), INTERVAL('2020-12-31', '..'))|1 3 4",
                "T_DISJOINT(INTERVAL(yapım, bitiş), INTERVAL('..', '2020-05-31'))|2 3",
                "T_EQUALS(INTERVAL(yapım, bitiş), INTERVAL('2020-06-01', '2020-06-30'))|2",
                "T_EQUALS(INTERVAL(yapım, bitiş), INTERVAL('2021-01-01', '..'))|3",
                "T_CONTAINS(INTERVAL(yapım, bitiş), INTERVAL('2020-06-01', '2020-06-30'))|1 4",
                "T_DURING(INTERVAL(yapım, bitiş), INTERVAL('2020-01-01', '2020-12-31'))|2",
                "T_DURING(yapım, INTERVAL('2020-01-01', '2020-12-31'))|2",
                "T_STARTS(INTERVAL(yapım, bitiş), INTERVAL('2020-06-01', '2020-12-31'))|2",
                "T_STARTEDBY(INTERVAL(yapım, bitiş), INTERVAL('2020-01-01', '2020-06-01'))|1",
                "T_FINISHES(INTERVAL(yapım, bitiş), INTERVAL('2020-01-01', '2020-06-30'))|2",
                "T_FINISHEDBY(INTERVAL(yapım, bitiş), INTERVAL('2020-06-30', '2020-12-31'))|1",
                "T_MEETS(INTERVAL(yapım, bitiş), INTERVAL('2020-06-30', '2020-07-30'))|2",
                "T_METBY(INTERVAL(yapım, bitiş), INTERVAL('2019-01-01', '2020-01-01'))|1",
                "T_OVERLAPS(INTERVAL(yapım, bitiş), INTERVAL('2020-06-15', '2021-06-01'))|1 2",
                "T_OVERLAPPEDBY(INTERVAL(yapım, bitiş), INTERVAL('2019-01-01', '2020-06-15'))|1 2",
                // Times against days and times
                "T_AFTER(kayıt, DATE('2026-01-01'))|3",
                "T_DURING(kayıt, INTERVAL('2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'))|2",
                "T_INTERSECTS(kayıt, DATE('2026-01-01'))|1 2",
                "T_EQUALS(kayıt, TIMESTAMP('2026-01-02T03:00:00+03:00'))|3",
                "T_BEFORE(yapım, TIMESTAMP('2020-06-01T23:59:59Z'))|1",
                "T_BEFORE(yapım, TIMESTAMP('2020-06-02T00:00:00Z'))|1 2",
                "T_BEFORE(INTERVAL('..', yapım), kayıt)|1 2 3",
            })
    void timesSelect(String filter, String expected) {
        assertThat(select(filter, STORED)).as(filter).isEqualTo(numbers(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "S_INTERSECTS(geom, POINT(500005 4400005))|1",
                "S_INTERSECTS(BBOX(500005, 4400005, 500005, 4400105), geom)|1 2",
                "S_INTERSECTS(geom, BBOX(500005,4400005,0, 500006,4400006,99))|1",
                "S_DISJOINT(geom, POINT(500005 4400005))|2 3",
                "S_WITHIN(geom, BBOX(499999, 4400000, 500011, 4400110))|1 2",
                "S_CONTAINS(geom, POINT Z (500005 4400105 7))|2",
                "S_CONTAINS(BBOX(499999, 4400000, 500011, 4400110), geom)|1 2",
                "S_TOUCHES(geom, LINESTRING(500010 4400005, 500020 4400005))|1",
                "S_CROSSES(LINESTRING(499990 4400005, 500020 4400005), geom)|1",
                "S_OVERLAPS(geom, BBOX(500005, 4399990, 500020, 4400020))|1",
                "S_EQUALS(geom, POLYGON((500000 4400000, 500010 4400000, 500010 4400010, 500000 4400010, 500000 4400000)))|1",
                "S_EQUALS(geom, geom)|1 2 3",
                "S_INTERSECTS(geom, MULTIPOINT(500005 4400005, 500005 4400205))|1 3",
                "S_INTERSECTS(geom, GEOMETRYCOLLECTION(POINT(500005 4400005), LINESTRING(0 0, 500005 4400105)))|1 2",
                "S_DISJOINT(geom, GEOMETRYCOLLECTION(POINT(500005 4400005), LINESTRING(0 0, 500005 4400105)))|3",
                "S_WITHIN(geom, GEOMETRYCOLLECTION(POINT(0 0), POLYGON((0 0, 600000 0, 600000 4400050, 0 4400050, 0 0))))|1",
                "S_TOUCHES(geom, GEOMETRYCOLLECTION(POINT(500000 4400005), POINT(0 0)))|1",
                "S_OVERLAPS(geom, GEOMETRYCOLLECTION(POINT(0 0), POINT(1 1)))|",
                "S_CROSSES(geom, GEOMETRYCOLLECTION(POINT(0 0), POINT(1 1)))|",
                "S_EQUALS(geom, GEOMETRYCOLLECTION(POINT(0 0), POINT(1 1)))|",
                "S_CONTAINS(geom, GEOMETRYCOLLECTION(POINT(500005 4400005), POINT(500006 4400006)))|1",
            })
    void placesSelect(String filter, String expected) {
        assertThat(select(filter, STORED)).as(filter).isEqualTo(numbers(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "S_INTERSECTS(geom, BBOX(29.9, 39, 30.1, 40))|1 2 3",
                "S_INTERSECTS(geom, BBOX(30.1, 39, 30.2, 40))|",
                // From 180° through the antimeridian to 10° E, and the other way round the globe.
                "S_INTERSECTS(geom, BBOX(170, -80, 10, 80))|",
                "S_INTERSECTS(geom, BBOX(20, -80, 10, 80))|1 2 3",
            })
    void degreesSelectInMetres(String filter, String expected) {
        FilterCrs city = new FilterCrs(4326, AxisOrder.EASTING_FIRST, new Envelope(20, 40, 30, 45));
        assertThat(select(filter, city)).as(filter).isEqualTo(numbers(expected));
    }

    @Test
    void northingFirstSwapsGeometriesAndBoxes() {
        FilterCrs latLon = FilterCrs.everywhere(4326, AxisOrder.NORTHING_FIRST);
        assertThat(select("S_INTERSECTS(geom, BBOX(39, 29.9, 40, 30.1))", latLon))
                .containsExactly(1, 2, 3);
        assertThat(select("S_INTERSECTS(geom, POLYGON((39 29.9, 40 29.9, 40 30.1, 39 30.1, 39 29.9)))", latLon))
                .containsExactly(1, 2, 3);
        assertThat(select("S_INTERSECTS(geom, BBOX(29.9, 39, 30.1, 40))", latLon))
                .isEmpty();
    }

    @Test
    void theWholeWorldIsCutToWhatTheStorageCrsCanHold() {
        FilterCrs city = new FilterCrs(4326, AxisOrder.EASTING_FIRST, new Envelope(20, 40, 30, 45));
        assertThat(select("S_INTERSECTS(geom, BBOX(-180, -90, 180, 90))", city)).containsExactly(1, 2, 3);
        assertThat(select("S_WITHIN(geom, POLYGON((-180 -90, 180 -90, 180 90, -180 90, -180 -90)))", city))
                .containsExactly(1, 2, 3);
        assertThat(select("S_DISJOINT(geom, POINT(-100 0))", city)).containsExactly(1, 2, 3);
        assertThat(select("S_INTERSECTS(geom, GEOMETRYCOLLECTION(POINT(200 95), LINESTRING(30 0, 30 90)))", city))
                .containsExactly(1, 2, 3);
    }

    /** Along a parallel the straight line in degrees is a curve in metres, 20 m off in the middle of 36 km. */
    @Test
    void longEdgesStayWhereTheyAre() {
        double south = latitudeOf("ST_SetSRID(ST_MakePoint(500005, 4400050), 5254)");
        String filter = "S_INTERSECTS(geom, BBOX(29.79, " + south + ", 30.21, 40))";
        assertThat(select(filter, CRS84)).containsExactly(2, 3);
    }

    private static double latitudeOf(String point) {
        return JDBC.sql("SELECT ST_Y(ST_Transform(" + point + ", 4326))")
                .query(Double.class)
                .single();
    }

    @Test
    void theSpatialIndexIsUsed() {
        SqlFragment sql = translate("S_INTERSECTS(geom, BBOX(29.9, 39, 30.1, 40))", CRS84);
        JDBC.sql(
                        "INSERT INTO yer (no, geom) SELECT -g, ST_SetSRID(ST_MakePoint(g, g), 5254) FROM generate_series(1, 5000) g")
                .update();
        JDBC.sql("ANALYZE yer").update();
        var plan = JDBC.sql("EXPLAIN SELECT no FROM yer y WHERE " + sql.sql())
                .params(sql.args())
                .query(String.class)
                .list();
        JDBC.sql("DELETE FROM yer WHERE no < 0").update();
        assertThat(String.join("\n", plan)).contains("yer_geom");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ad = '''; DROP TABLE yer; --'",
                "ad = '\\'; DROP TABLE yer; --'",
                "ad LIKE '%'' OR 1=1 --'",
                "ad IN ('''', '\"}', '{a,b}', 'x'') OR (1=1')",
                "CASEI(ad) = CASEI(''') OR TRUE --')",
                "A_CONTAINS(etiket, ('}''); DELETE FROM yer; --'))",
                "ad = '?::text $1 :ad'",
            })
    void whatLooksLikeSqlIsOnlyText(String filter) {
        SqlFragment sql = translate(filter, STORED);
        assertThat(sql.sql())
                .doesNotContain("DROP")
                .doesNotContain("DELETE")
                .doesNotContain("1=1")
                .doesNotContain("--");
        assertThat(select(filter, STORED)).isEmpty();
        assertThat(select("TRUE", STORED)).containsExactly(1, 2, 3, 4);
    }

    static SqlFragment translate(String filter, FilterCrs crs) {
        return new Cql2Sql(name -> Optional.ofNullable(COLUMNS.get(name)), crs, STORAGE)
                .translate(Cql2Text.parse(filter));
    }

    private static List<@Nullable Integer> select(String filter, FilterCrs crs) {
        SqlFragment sql = translate(filter, crs);
        return JDBC.sql("SELECT no FROM yer y WHERE " + sql.sql() + " ORDER BY no")
                .params(sql.args())
                .query(Integer.class)
                .list();
    }

    private static List<Integer> numbers(@Nullable String text) {
        return text == null
                ? List.of()
                : List.of(text.split(" ", -1)).stream().map(Integer::valueOf).toList();
    }
}
