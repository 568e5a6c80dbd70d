package tr.kentatlas.spatial.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.search.PlaceIndex.Position;

/** A city whose records lack what records lack: of each type one feature is without each of its attributes, and one without any. */
class IncompleteCityTest {
    private static final SearchedCity CITY = new SearchedCity(IncompleteCityTest::empty);

    @Test
    void whatIsThereIsStillFound() {
        assertThat(CITY.first("atatürk bulvarı").title()).isEqualTo("Atatürk Bulvarı");
        assertThat(CITY.index.kinds().kinds())
                .allSatisfy(kind -> assertThat(kind.name().tr()).isNotBlank());
        assertThat(CITY.index.nextDuty(Instant.EPOCH)).isNotEmpty();
    }

    @Test
    void aParcelWithoutANumberIsFoundByItsPlaceAndHasAPageByItsIdentity() {
        assertThat(places("parsel", "parsel_no IS NULL")).hasSize(2).allSatisfy(parcel -> {
            assertThat(parcel.title()).isIn("İmar parseli", "Parsel");
            assertThat(parcel.path()).isEqualTo("/imar/" + parcel.id());
            assertThat(CITY.index.parcelAt(new Position(parcel.longitude(), parcel.latitude())))
                    .contains(parcel);
        });
    }

    @Test
    void whatHasNoNameOrNumberToBeFoundByIsLeftOut() {
        assertThat(ids("yol", "ad IS NULL")).hasSize(2);
        assertThat(places("yol", "ad IS NULL")).isEmpty();
        assertThat(ids("numarataj", "kapi_no IS NULL")).hasSize(2);
        assertThat(places("numarataj", "kapi_no IS NULL")).isEmpty();
    }

    @Test
    void aDoorOfWhichNoStatusIsToldIsInUse() {
        assertThat(places("numarataj", "durum IS NULL AND kapi_no IS NOT NULL")).hasSize(1);
    }

    @Test
    void aServiceWithoutAKindIsAPlaceOfInterest() {
        assertThat(places("kamu_hizmeti", "tip IS NULL AND alt_tip IS NULL"))
                .singleElement()
                .satisfies(service -> assertThat(service.title()).isEqualTo("Önemli yer"));
        assertThat(places("kamu_hizmeti", "tip IS NULL AND alt_tip IS NOT NULL"))
                .singleElement()
                .satisfies(
                        service -> assertThat(service.kind().tr()).isNotBlank().isNotEqualTo("Önemli yer"));
    }

    @Test
    void aServiceThatNamesOnlyItsCampusOrItsCrossingLiesThere() {
        for (String column : List.of("faaliyet", "dugum")) {
            String where = "geom IS NULL AND " + column + " IS NOT NULL";
            assertThat(ids("kamu_hizmeti", where)).hasSize(1);
            assertThat(places("kamu_hizmeti", where))
                    .singleElement()
                    .satisfies(service -> assertThat(service.where()).endsWith("Örnekova"));
        }
    }

    private static List<Place> places(String type, String where) {
        return ids(type, where).stream()
                .flatMap(id -> CITY.index.find(id).stream())
                .toList();
    }

    private static List<UUID> ids(String type, String where) {
        return JdbcClient.create(CITY.owner)
                .sql("SELECT tucbs_no FROM working." + type + " WHERE " + where)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    private static void empty(JdbcClient working) {
        TestCity.MODEL.types().stream().filter(FeatureType::isPublic).forEach(type -> empty(working, type));
        move(working, "faaliyet", "faaliyet_kompleksi", "eczane");
        move(working, "dugum", "yol_dugumu", "noter");
    }

    /** One service of a kind is where another object is, and has no place of its own. */
    private static void move(JdbcClient working, String column, String to, String kind) {
        working.sql("""
                        UPDATE working.kamu_hizmeti SET geom = NULL, %1$s = (SELECT min(tucbs_no::text)::uuid FROM working.%2$s WHERE geom IS NOT NULL)
                         WHERE tucbs_no = (SELECT max(tucbs_no::text)::uuid FROM working.kamu_hizmeti WHERE alt_tip = '%3$s' AND ad IS NOT NULL)
                        """.formatted(column, to, kind)).update();
    }

    private static void empty(JdbcClient working, FeatureType type) {
        List<String> columns = type.attributes().stream().map(Attribute::column).toList();
        int last = columns.size();
        String values = IntStream.range(0, last)
                .mapToObj(i -> "%1$s = CASE WHEN o.n IN (%2$s, %3$s) THEN NULL ELSE t.%1$s END"
                        .formatted(columns.get(i), i, last))
                .collect(Collectors.joining(", "));
        working.sql("""
                        UPDATE working.%1$s t SET %2$s
                          FROM (SELECT tucbs_no, row_number() OVER (ORDER BY md5(tucbs_no::text)) - 1 AS n FROM working.%1$s) o
                         WHERE o.tucbs_no = t.tucbs_no AND o.n <= %3$s
                        """.formatted(type.name(), values, last)).update();
    }
}
