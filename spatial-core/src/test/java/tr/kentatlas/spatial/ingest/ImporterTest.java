package tr.kentatlas.spatial.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static tr.kentatlas.spatial.Records.building;
import static tr.kentatlas.spatial.Records.record;
import static tr.kentatlas.spatial.Records.square;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.feature.FeatureId;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.progress.Progress;

class ImporterTest {
    private static final OffsetDateTime JANUARY = OffsetDateTime.parse("2026-01-01T00:00:00Z");
    private static final OffsetDateTime JUNE = OffsetDateTime.parse("2026-06-01T00:00:00Z");
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final PGSimpleDataSource city = TestCity.empty();
    private final JdbcClient jdbc = JdbcClient.create(city);
    private final Importer importer = new Importer(city, TestCity.MODEL, TestCity.SRID);

    @Test
    void everyRecordGetsItsIdentityAndFirstVersion() {
        load(building("a", 0, 5), building("b", 20, 3));
        assertThat(jdbc.sql("SELECT count(*) FROM working.bina WHERE surum_no = 1 AND ST_Area(geom) = 100")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(jdbc.sql("SELECT count(*) FROM working.nesne WHERE type = 'bina'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void theSameSourceTwiceChangesNothing() {
        load(building("a", 0, 5));
        var second = load(building("a", 0, 5));
        assertThat(second.counts("bina")).isEqualTo(new ImportReport.TypeCounts(1, 0, 0, 1, 0));
        assertThat(jdbc.sql("SELECT count(*) FROM working.bina_gecmis")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aChangedRecordMakesTheNextVersionAndKeepsTheFormer() {
        load(building("a", 0, 5));
        var second = load(building("a", 0, 6));
        assertThat(second.counts("bina").changed()).isEqualTo(1);
        assertThat(jdbc.sql("SELECT surum_no, kat_ustu FROM working.bina")
                        .query()
                        .singleRow())
                .isEqualTo(Map.of("surum_no", 2, "kat_ustu", 6));
        assertThat(jdbc.sql("SELECT surum_no, kat_ustu, ended_how FROM working.bina_gecmis")
                        .query()
                        .singleRow())
                .isEqualTo(Map.of("surum_no", 1, "kat_ustu", 5, "ended_how", "update"));
    }

    @Test
    void theDatabaseKnowsAtOnceHowMuchWasImportedInBulk() {
        load(buildings(0, 60));
        assertThat(counted("bina")).isEqualTo(60);
        assertThat(counted("nesne")).isEqualTo(60);
        load(buildings(60, 1));
        assertThat(counted("bina")).as("little is left to autovacuum").isEqualTo(60);
        load(buildings(61, 60));
        assertThat(counted("bina")).isEqualTo(121);
    }

    private static FeatureRecord[] buildings(int from, int many) {
        return IntStream.range(from, from + many)
                .mapToObj(i -> building("b" + i, i * 20, 3))
                .toArray(FeatureRecord[]::new);
    }

    private long counted(String table) {
        return jdbc.sql("SELECT reltuples::bigint FROM pg_class WHERE oid = ?::regclass")
                .param("working." + table)
                .query(Long.class)
                .single();
    }

    @Test
    void columnsTheSourceDoesNotGiveStayAsTheyAre() {
        load(record("bina", "a", square(0, 10), "kat_ustu", 5, "adi", "Çınar Apartmanı"));
        load(record("bina", "a", square(0, 10), "kat_ustu", 6));
        assertThat(jdbc.sql("SELECT adi FROM working.bina").query(String.class).single())
                .isEqualTo("Çınar Apartmanı");
    }

    @Test
    void aPlaceTheSourceDoesNotGiveStaysAsItIs() {
        load(building("a", 0, 5), building("b", 20, 3));
        var attributes = load(record("bina", "a", null, "kat_ustu", 5));
        assertThat(attributes.counts("bina")).isEqualTo(new ImportReport.TypeCounts(1, 0, 0, 1, 0));
        load(record("bina", "a", null, "kat_ustu", 6), record("bina", "b", square(40, 10), "kat_ustu", 4));
        assertThat(jdbc.sql("SELECT kat_ustu, ST_XMin(geom) - 500000 AS east FROM working.bina ORDER BY kat_ustu")
                        .query()
                        .listOfRows())
                .containsExactly(Map.of("kat_ustu", 4, "east", 40.0), Map.of("kat_ustu", 6, "east", 0.0));
    }

    @Test
    void whatHasNoPlaceAndNothingElseIsTakenInTwice() {
        load(record("bina", "a", null));
        assertThat(load(record("bina", "a", null)).counts("bina"))
                .isEqualTo(new ImportReport.TypeCounts(1, 0, 0, 1, 0));
    }

    @Test
    void whatTheStructureCannotTakeIsKeptWithItsReason() {
        var nameless = new FeatureRecord("bina", null, Map.of(), square(0, 10));
        var nowhere = record("bina", "n", SHAPES.createPoint(new Coordinate(Double.NaN, 1)));
        var huge = record("bina", "h", square(0, 10), "kat_ustu", 3_000_000_000L);
        var report = load(nameless, nowhere, huge, building("a", 0, 5), building("a", 30, 7));
        assertThat(report.counts("bina")).isEqualTo(new ImportReport.TypeCounts(5, 1, 0, 0, 4));
        assertThat(reasons())
                .containsExactly(
                        "coordinates are not numbers or lie outside the CRS",
                        "no identity",
                        "the source has this object twice for the same time",
                        "zeminUstuKatSayisi cannot hold '3000000000'");
    }

    @Test
    void whatIsRejectedIsFoundByItsPlaceAmongTheRecordsOfItsType() {
        var nameless = new FeatureRecord("bina", null, Map.of(), square(0, 10));
        var backwards = record("bina", "w", square(60, 10), "gecerlilik_baslangic", JUNE, "gecerlilik_bitis", JANUARY);
        load(building("a", 0, 5), nameless, backwards, building("a", 30, 7));
        assertThat(jdbc.sql("SELECT record_no || ' ' || reason FROM ingest.reject ORDER BY record_no")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "2 no identity",
                        "3 validity ends when or before it begins",
                        "4 the source has this object twice for the same time");
    }

    @Test
    void anInvalidPolygonAndAWrongGeometryTypeGetIn() {
        var bowTie = SHAPES.createPolygon(new Coordinate[] {
            new Coordinate(0, 0),
            new Coordinate(10, 10),
            new Coordinate(10, 0),
            new Coordinate(0, 10),
            new Coordinate(0, 0)
        });
        var report = load(
                record("bina", "bow", bowTie),
                record("bina", "point", SHAPES.createPoint(new Coordinate(500_000, 4_417_000))));
        assertThat(report.counts("bina").inserted()).isEqualTo(2);
    }

    @Test
    void oneObjectMayHaveSeveralPeriodsThatDoNotOverlap() {
        load(
                record("bina", "a", square(0, 10), "kat_ustu", 2, "gecerlilik_bitis", JANUARY),
                record("bina", "a", square(0, 12), "kat_ustu", 4, "gecerlilik_baslangic", JANUARY));
        var overlapping = load(record("bina", "a", square(0, 9), "gecerlilik_baslangic", JUNE));
        assertThat(jdbc.sql("SELECT count(*) FROM working.bina")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(overlapping.counts("bina").rejected()).isEqualTo(1);
    }

    @Test
    void aRecordThatIsValidAtNoMomentIsRejected() {
        FeatureRecord moment = record("bina", "a", null, "gecerlilik_baslangic", JUNE, "gecerlilik_bitis", JUNE);
        FeatureRecord since = record("bina", "a", null, "gecerlilik_baslangic", JUNE);
        assertThat(load(moment, since, since).counts("bina")).isEqualTo(new ImportReport.TypeCounts(3, 1, 0, 0, 2));
        assertThat(reasons())
                .containsExactly(
                        "the source has this object twice for the same time", "validity ends when or before it begins");
    }

    /** A release takes what is active, so no rule would ever see it. */
    @Test
    void aRecordOfAStateThatIsNoneIsRejected() {
        load(
                record("bina", "a", square(0, 10), "kayit_durumu", "taslak"),
                record("bina", "b", square(20, 10), "kayit_durumu", "faal"),
                record("bina", "c", square(40, 10)));
        assertThat(reasons()).containsExactly("kayitDurumu is none of aktif, taslak, arsiv");
        assertThat(jdbc.sql("SELECT kayit_durumu FROM working.bina ORDER BY 1")
                        .query(String.class)
                        .list())
                .containsExactly("aktif", "taslak");
    }

    @Test
    void officialTextsAndOtherSystemsWordsAreReadAsCodes() {
        load(
                record("numarataj", "a", doorstep(), "tip", "Ana Giriş", "kayit_durumu", "AKTİF"),
                record("numarataj", "b", doorstep(), "tip", "bina ana giris"),
                record("numarataj", "c", doorstep(), "tip", "taliGiris"),
                record("numarataj", "d", doorstep(), "tip", "Site Girişi"));
        assertThat(jdbc.sql("SELECT tip || ' ' || kayit_durumu FROM working.numarataj ORDER BY tip")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("Site Girişi aktif", "anaGiris aktif", "anaGiris aktif", "taliGiris aktif");
    }

    private List<@Nullable String> reasons() {
        return jdbc.sql("SELECT reason FROM ingest.reject ORDER BY reason")
                .query(String.class)
                .list();
    }

    @Test
    void oneFileMayCloseAPeriodAndBeginTheNext() {
        load(record("bina", "a", square(0, 10), "kat_ustu", 2, "gecerlilik_baslangic", JANUARY));
        FeatureRecord closed = record(
                "bina", "a", square(0, 10), "kat_ustu", 2, "gecerlilik_baslangic", JANUARY, "gecerlilik_bitis", JUNE);
        FeatureRecord next = record("bina", "a", square(0, 12), "kat_ustu", 4, "gecerlilik_baslangic", JUNE);
        assertThat(load(closed, next).counts("bina")).isEqualTo(new ImportReport.TypeCounts(2, 1, 1, 0, 0));
        assertThat(load(closed, next).counts("bina")).isEqualTo(new ImportReport.TypeCounts(2, 0, 0, 2, 0));
    }

    @Test
    void whereTheClosingRecordIsRejectedTheNextPeriodIsToo() {
        load(record("numarataj", "d", doorstep(), "gecerlilik_baslangic", JANUARY));
        var degrees = List.of(
                record(
                        "numarataj",
                        "d",
                        SHAPES.createPoint(new Coordinate(123, 0)),
                        "gecerlilik_baslangic",
                        JANUARY,
                        "gecerlilik_bitis",
                        JUNE),
                record("numarataj", "d", SHAPES.createPoint(new Coordinate(33, 39.9)), "gecerlilik_baslangic", JUNE));
        var report = importer.run(new ListSource(4326, degrees), "tester", Progress.silent());
        assertThat(report.counts("numarataj")).isEqualTo(new ImportReport.TypeCounts(2, 0, 0, 0, 2));
    }

    private static Point doorstep() {
        return SHAPES.createPoint(new Coordinate(500_000, 4_417_000));
    }

    @Test
    void aNumberOfAnotherTypeIsNotTakenOver() {
        load(building("a", 0, 5));
        UUID taken = FeatureId.of("test", "bina", "a");
        var report = load(new FeatureRecord(
                "numarataj", taken, Map.of("kapi_no", "1"), SHAPES.createPoint(new Coordinate(500_000, 4_417_000))));
        assertThat(report.counts("numarataj").rejected()).isEqualTo(1);
    }

    @Test
    void coordinatesInDegreesArriveInTheStorageCrs() {
        var report = importer.run(
                new ListSource(4326, List.of(record("numarataj", "d", SHAPES.createPoint(new Coordinate(33, 39.9))))),
                "tester",
                Progress.silent());
        assertThat(report.counts("numarataj").inserted()).isEqualTo(1);
        assertThat(jdbc.sql("SELECT round(ST_X(geom)) FROM working.numarataj")
                        .query(Double.class)
                        .single())
                .isEqualTo(500_000);
    }

    @Test
    void aPlaceTheProjectionCannotReachIsRejectedAlone() {
        var report = importer.run(
                new ListSource(
                        4326,
                        List.of(
                                record("numarataj", "far", SHAPES.createPoint(new Coordinate(123, 0))),
                                record("numarataj", "near", SHAPES.createPoint(new Coordinate(33, 39.9))))),
                "tester",
                Progress.silent());
        assertThat(report.counts("numarataj")).isEqualTo(new ImportReport.TypeCounts(2, 1, 0, 0, 1));
        assertThat(jdbc.sql("SELECT reason FROM ingest.reject")
                        .query(String.class)
                        .single())
                .startsWith("its coordinates cannot be brought into the storage CRS");
    }

    private ImportReport load(FeatureRecord... records) {
        return importer.run(ListSource.of(records), "tester", Progress.silent());
    }
}
