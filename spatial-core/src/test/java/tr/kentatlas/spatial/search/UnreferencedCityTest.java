package tr.kentatlas.spatial.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tr.kentatlas.spatial.search.PlaceIndex.Position;

/** A city whose parcels and sides of roads name no neighbourhood, as most files have it, and whose blocks are numbered anew in each. */
class UnreferencedCityTest {
    private static final List<String> NO_REFERENCES = List.of(
            "UPDATE working.parsel SET mahalle = NULL", "UPDATE working.yol_orta_hat_yon SET mahalle = NULL", """
            WITH one AS (SELECT DISTINCT ON (m.tucbs_no) p.tucbs_no FROM working.idari_birim m
                           JOIN working.parsel p ON ST_Within(p.geom, m.geom)
                          WHERE m.duzey = 'mahalle' ORDER BY m.tucbs_no, p.tucbs_no)
            UPDATE working.parsel p SET ada_no = '9001', parsel_no = '2' FROM one WHERE p.tucbs_no = one.tucbs_no
            """, """
            UPDATE working.parsel SET ada_no = '9002', parsel_no = '1'
             WHERE tucbs_no IN (SELECT p.tucbs_no FROM working.parsel p JOIN working.idari_birim m ON ST_Within(p.geom, m.geom)
                                 WHERE m.ad LIKE 'Cumhuriyet%' AND p.ada_no <> '9001' ORDER BY p.tucbs_no LIMIT 2)
            """);

    private static final SearchedCity CITY = new SearchedCity(
            working -> NO_REFERENCES.forEach(sql -> working.sql(sql).update()));

    @Test
    void aParcelLiesInTheNeighbourhoodAroundIt() {
        Place parcel = CITY.first("cumhuriyet mahallesi 9001 ada 2 parsel");
        assertThat(parcel.path()).isEqualTo("/imar/ornekova/cumhuriyet/9001/2");
        assertThat(parcel.where()).isEqualTo("Cumhuriyet Mahallesi, Örnekova");
        assertThat(CITY.index.atPath(parcel.path())).containsExactly(parcel);
        assertThat(CITY.index.search(SearchQuestion.of("9001/2"), null, 50).places())
                .hasSizeGreaterThan(1)
                .extracting(Place::path)
                .doesNotHaveDuplicates();
    }

    @Test
    void ofParcelsWithOneNumberInOneNeighbourhoodNoneStandsForTheOthers() {
        assertThat(CITY.index.atPath("/imar/ornekova/cumhuriyet/9002/1"))
                .hasSize(2)
                .allSatisfy(parcel -> assertThat(parcel.path()).isEqualTo("/imar/" + parcel.id()));
    }

    @Test
    void aDoorLiesInTheNeighbourhoodAroundItAndLeadsToItsParcel() {
        Place parcel = CITY.first("cumhuriyet mahallesi 9001 ada 2 parsel");
        Place door = CITY
                .index
                .around(Place.Sort.ADDRESS, new Position(parcel.longitude(), parcel.latitude()), 500, 200)
                .stream()
                .filter(near -> near.where().startsWith("Cumhuriyet Mahallesi") && near.fact("parcelPath") != null)
                .findFirst()
                .orElseThrow();
        String path = Objects.requireNonNull(door.fact("parcelPath")).tr();
        assertThat(CITY.index.atPath(path)).isNotEmpty();
    }
}
