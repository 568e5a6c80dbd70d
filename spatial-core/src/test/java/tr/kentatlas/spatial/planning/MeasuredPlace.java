package tr.kentatlas.spatial.planning;

import static tr.kentatlas.spatial.Records.record;

import java.time.LocalDate;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.feature.FeatureId;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.ingest.Importer;
import tr.kentatlas.spatial.ingest.ListSource;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.Decision;
import tr.kentatlas.spatial.release.Editions;
import tr.kentatlas.spatial.release.Publisher;
import tr.kentatlas.spatial.release.Replacing;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.WallReader;

/** A made-up place measured by hand, published. */
final class MeasuredPlace {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    static final double X = 500_000;
    static final double Y = 4_417_000;
    private static final PGSimpleDataSource CITY = TestCity.empty();
    static final WallReader READER = new WallReader(CITY, CITY);
    static final Edition EDITION = publish();

    private MeasuredPlace() {}

    private static Edition publish() {
        load(
                record(
                        "idari_birim",
                        "west",
                        box(-100, -100, 500, 300),
                        "duzey",
                        "mahalle",
                        "ad",
                        "Batı",
                        "ulusal_kod",
                        "1"),
                record(
                        "idari_birim",
                        "east",
                        box(500, -100, 1200, 300),
                        "duzey",
                        "mahalle",
                        "ad",
                        "Doğu",
                        "ulusal_kod",
                        "2"),
                street("main", "singleCarriageway", "functional", "fifthClass", 0, 0, 0, 200, 800, 200, 800, 0),
                street("motorway", "motorway", "functional", "mainRoad", 0, 0, 800, 0),
                street("planned", "singleCarriageway", "underConstruction", "fifthClass", 0, 0, 400, -50),
                street("lane", "walkway", "functional", "ninthClass", 800, 0, 800, -90),
                door("first", 0, -10),
                door("last", 810, 0),
                door("lane", 810, -80),
                door("far", 400, 900),
                record("bina", "b1", box(10, 10, 30, 30), "kat_ustu", 2, "yapi_durum", "functional", "konut_sayisi", 1),
                record(
                        "bina",
                        "b2",
                        box(490, 10, 530, 30),
                        "kat_ustu",
                        4,
                        "yapi_durum",
                        "functional",
                        "konut_sayisi",
                        8),
                record(
                        "bina",
                        "b3",
                        box(600, 10, 620, 30),
                        "kat_ustu",
                        9,
                        "yapi_durum",
                        "functional",
                        "konut_sayisi",
                        5));
        for (int i = 0; i < 3; i++) {
            load(
                    unit("a" + i, "first", "b3"),
                    unit("b" + i, "last", "b1"),
                    unit("c" + i, "nowhere", "b1"),
                    unit("d" + i, "nowhere", "nowhere"));
        }
        Publisher publisher =
                new Publisher(CITY, TestCity.MODEL, TestCity.SRID, (draft, progress) -> List.of(), List.of());
        publisher.draft(List.of(), "test", null, Replacing.ANY, Progress.silent());
        publisher.check(Progress.silent());
        publisher.approve(List.of(), new Decision(Approval.COUNCIL, "1", LocalDate.of(2026, 1, 1), "test"));
        long release = publisher.publish("test", "test", Progress.silent()).number();
        return new Editions(JdbcClient.create(CITY)).find(release).orElseThrow();
    }

    private static FeatureRecord street(
            String key, String form, String state, String functionalClass, double... places) {
        Coordinate[] line = new Coordinate[places.length / 2];
        for (int i = 0; i < line.length; i++) line[i] = new Coordinate(X + places[2 * i], Y + places[2 * i + 1]);
        return record(
                "yol_orta_hat",
                key,
                SHAPES.createLineString(line),
                "sanal_mi",
                false,
                "yol_bicimi",
                form,
                "durum",
                state,
                "islevsel_sinif",
                functionalClass);
    }

    private static FeatureRecord door(String number, double east, double north) {
        Geometry place = SHAPES.createPoint(new Coordinate(X + east, Y + north));
        return record(
                "numarataj",
                number,
                place,
                "kapi_no",
                number,
                "tip",
                "bina",
                "konumlayici",
                "x",
                "yetkili_idare",
                "x",
                "varsayilan",
                true,
                "durum",
                "x");
    }

    private static FeatureRecord unit(String key, String door, String building) {
        return record(
                "bagimsiz_bolum",
                key,
                null,
                "numarataj",
                FeatureId.of("test", "numarataj", door),
                "bina",
                FeatureId.of("test", "bina", building),
                "ic_kapi_no",
                key);
    }

    private static Geometry box(double west, double south, double east, double north) {
        return SHAPES.toGeometry(new Envelope(X + west, X + east, Y + south, Y + north));
    }

    private static void load(FeatureRecord... records) {
        new Importer(CITY, TestCity.MODEL, TestCity.SRID).run(ListSource.of(records), "test", Progress.silent());
    }
}
