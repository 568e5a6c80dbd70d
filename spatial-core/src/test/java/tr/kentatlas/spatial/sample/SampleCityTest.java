package tr.kentatlas.spatial.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static tr.kentatlas.spatial.sample.CollectedCity.geometry;
import static tr.kentatlas.spatial.sample.CollectedCity.id;
import static tr.kentatlas.spatial.sample.CollectedCity.text;
import static tr.kentatlas.spatial.sample.CollectedCity.value;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import tr.kentatlas.spatial.feature.FeatureRecord;

class SampleCityTest {
    private static final CollectedCity CITY = CollectedCity.clean();
    private static final Pattern FIRST_NUMBER = Pattern.compile("^(\\d+)");

    @Test
    void itHasTheBuildingsAndUnitsOfItsSize() {
        assertThat(CITY.all("bina")).hasSize(2_000);
        assertThat(CITY.all("bagimsiz_bolum").size()).isBetween(7_550, 7_850);
        assertThat(CITY.progress()).isEqualTo(2_000);
        assertThat(SampleCity.of(Size.SMALL, 1).size()).hasValue(2_000);
    }

    @Test
    void theUsesOfABuildingWithShopsBelowItsDwellingsAreItsWhole() {
        Map<Object, Double> shares = CITY.all("bina_kullanimi").stream()
                .collect(Collectors.groupingBy(
                        use -> Objects.requireNonNull(value(use, "bina")),
                        Collectors.summingDouble(use -> (double) Objects.requireNonNull(value(use, "yuzde")))));
        assertThat(shares)
                .isNotEmpty()
                .allSatisfy((building, sum) -> assertThat(sum).isEqualTo(100));
        assertThat(CITY.all("bina_yuksekligi")).isNotEmpty();
    }

    @Test
    void everyIdentityIsUnique() {
        assertThat(CITY.repeated()).isEmpty();
        assertThat(CITY.all()).allMatch(entry -> entry.id() != null);
    }

    @Test
    void everyReferenceResolves() {
        for (FeatureRecord entry : CITY.all()) {
            for (Object value : entry.values().values()) {
                for (Object part : value instanceof List<?> list ? list : List.of(String.valueOf(value))) {
                    if (part instanceof UUID reference) {
                        assertThat(CITY.has(reference))
                                .as("%s of %s", part, entry)
                                .isTrue();
                    }
                }
                if (value instanceof UUID reference) {
                    assertThat(CITY.has(reference)).as("%s of %s", value, entry).isTrue();
                }
            }
        }
    }

    @Test
    void everyGeometryIsValidSimpleAndInsideTheDistrict() {
        PreparedGeometry land = PreparedGeometryFactory.prepare(geometry(unit("ilce")));
        for (FeatureRecord entry : CITY.all()) {
            Geometry shape = entry.geometry();
            if (shape != null) {
                assertThat(shape.isEmpty()).as("%s", entry).isFalse();
                assertThat(shape.isValid()).as("%s", entry).isTrue();
                assertThat(shape.isSimple()).as("%s", entry).isTrue();
                assertThat(land.covers(shape)).as("%s", entry).isTrue();
            }
        }
    }

    @Test
    void noVertexIsRepeated() {
        for (FeatureRecord entry : CITY.all()) {
            Coordinate before = null;
            for (Coordinate c : entry.geometry() == null
                    ? new Coordinate[0]
                    : geometry(entry).getCoordinates()) {
                assertThat(before != null && before.distance(c) <= 0.001)
                        .as("%s", entry)
                        .isFalse();
                before = c;
            }
        }
    }

    @Test
    void theMahallesTileTheDistrictWithSharedVertices() {
        Geometry[] mahalles = CITY.all("idari_birim").stream()
                .filter(entry -> text(entry, "duzey").equals("mahalle"))
                .map(CollectedCity::geometry)
                .toArray(Geometry[]::new);
        assertThat(mahalles).hasSizeGreaterThan(3);
        assertThat(CoverageValidator.isValid(mahalles)).isTrue();
        double sum = 0;
        for (Geometry mahalle : mahalles) {
            sum += mahalle.getArea();
        }
        assertThat(sum).isCloseTo(geometry(unit("ilce")).getArea(), offset(0.001));
    }

    @Test
    void theMetropolitanMunicipalityGovernsTheLandOfTheDistrict() {
        List<FeatureRecord> governing = CITY.all("idari_birim").stream()
                .filter(entry -> "buyuksehirBelediyesi".equals(value(entry, "belediye_tipi")))
                .toList();
        assertThat(governing)
                .singleElement()
                .satisfies(entry -> assertThat(geometry(entry).equalsNorm(geometry(unit("ilce"))))
                        .isTrue());
    }

    @Test
    void buildingsDoNotOverlapAndStayOnTheirParcel() {
        STRtree buildings = index("bina");
        for (FeatureRecord entry : CITY.all("bina")) {
            for (FeatureRecord other : near(buildings, geometry(entry))) {
                boolean overlaps =
                        !id(other).equals(id(entry)) && geometry(entry).intersects(geometry(other));
                assertThat(overlaps).as("%s %s", entry, other).isFalse();
            }
            Object parcel = ((List<?>) Objects.requireNonNull(value(entry, "parsel"))).getFirst();
            assertThat(geometry(CITY.get(parcel)).covers(geometry(entry)))
                    .as("%s", entry)
                    .isTrue();
        }
    }

    @Test
    void noRoadRunsThroughABuilding() {
        STRtree buildings = index("bina");
        for (FeatureRecord link : CITY.all("yol_orta_hat")) {
            assertThat(near(buildings, geometry(link)))
                    .noneMatch(building -> geometry(building).intersects(geometry(link)));
        }
    }

    @Test
    void everyRoadHasLinksAndEveryLinkTwoSidesInTheMahalleTheyName() {
        Set<@Nullable Object> roads = new HashSet<>();
        CITY.all("yol_orta_hat").forEach(link -> roads.add(value(link, "yol")));
        assertThat(CITY.all("yol")).allMatch(road -> roads.contains(road.id()));
        Map<UUID, String> sides = new HashMap<>();
        for (FeatureRecord side : CITY.all("yol_orta_hat_yon")) {
            FeatureRecord link = CITY.get(value(side, "orta_hat"));
            sides.merge(id(link), text(side, "taraf"), (a, b) -> a + b);
            assertThat(geometry(CITY.get(value(side, "mahalle"))).covers(geometry(link)))
                    .as("%s", link)
                    .isTrue();
        }
        assertThat(CITY.all("yol_orta_hat")).allMatch(link -> "solsag".equals(sides.get(link.id())));
    }

    @Test
    void linksEndExactlyAtTheirNodesAndMeetNowhereElse() {
        STRtree links = index("yol_orta_hat");
        for (FeatureRecord link : CITY.all("yol_orta_hat")) {
            Coordinate[] line = geometry(link).getCoordinates();
            assertThat(geometry(CITY.get(value(link, "bas_dugum"))).getCoordinate())
                    .isEqualTo(line[0]);
            assertThat(geometry(CITY.get(value(link, "son_dugum"))).getCoordinate())
                    .isEqualTo(line[line.length - 1]);
            assertThat(near(links, geometry(link)))
                    .noneMatch(other -> geometry(link).crosses(geometry(other)));
        }
    }

    @Test
    void aRoadNameAndTypeExistsOnceInTheMunicipality() {
        assertThat(CITY.all("yol").stream().map(road -> text(road, "ad") + "|" + text(road, "tip")))
                .doesNotHaveDuplicates();
        assertThat(CITY.all("yol").stream().map(road -> text(road, "tip")).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("1", "2", "3", "4", "5");
    }

    @Test
    void aRoadLeadsThroughMoreThanOneMahalle() {
        Map<Object, Set<String>> mahalles = new HashMap<>();
        for (FeatureRecord side : CITY.all("yol_orta_hat_yon")) {
            Object road = Objects.requireNonNull(value(CITY.get(value(side, "orta_hat")), "yol"));
            mahalles.computeIfAbsent(road, key -> new HashSet<>()).add(text(side, "mahalle"));
        }
        assertThat(mahalles.values()).anyMatch(crossed -> crossed.size() > 2);
    }

    @Test
    void doorNumbersAreOddOnTheLeftAndEvenOnTheRight() {
        for (FeatureRecord door : CITY.all("numarataj")) {
            Matcher number = FIRST_NUMBER.matcher(text(door, "kapi_no"));
            assertThat(number.find()).isTrue();
            boolean odd = Integer.parseInt(number.group(1)) % 2 == 1;
            assertThat(text(CITY.get(value(door, "yon")), "taraf")).isEqualTo(odd ? "sol" : "sag");
        }
    }

    @Test
    void aDoorNumberExistsOnceOnItsRoadAndLiesInItsMahalle() {
        Set<String> numbers = new HashSet<>();
        for (FeatureRecord door : CITY.all("numarataj")) {
            FeatureRecord side = CITY.get(value(door, "yon"));
            FeatureRecord link = CITY.get(value(side, "orta_hat"));
            assertThat(numbers.add(text(link, "yol") + "|" + text(door, "kapi_no")))
                    .as("%s", door)
                    .isTrue();
            assertThat(geometry(CITY.get(value(side, "mahalle"))).covers(geometry(door)))
                    .isTrue();
        }
    }

    @Test
    void doorsTakeEveryFormOfTheRegulation() {
        List<String> numbers = CITY.all("numarataj").stream()
                .map(door -> text(door, "kapi_no"))
                .toList();
        assertThat(numbers).anyMatch(number -> number.matches("\\d+"));
        assertThat(numbers).anyMatch(number -> number.matches("\\d+A"));
        assertThat(numbers).anyMatch(number -> number.matches("\\d+/1"));
        assertThat(numbers).anyMatch(number -> number.matches("\\d+-\\d+"));
        assertThat(CITY.all("numarataj").stream().map(door -> text(door, "tip")).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("anaGiris", "taliGiris", "tahsisliArsaParsel", "diger");
    }

    @Test
    void everyBuildingHasAMainDoorWithinFiveMetres() {
        Set<@Nullable Object> entered = new HashSet<>();
        for (FeatureRecord door : CITY.all("numarataj")) {
            if (value(door, "bina") != null) {
                Geometry building = geometry(CITY.get(value(door, "bina")));
                assertThat(building.distance(geometry(door))).as("%s", door).isLessThan(5);
            }
            if (text(door, "tip").equals("anaGiris")) {
                entered.add(value(door, "bina"));
            }
        }
        assertThat(CITY.all("bina")).allMatch(building -> entered.contains(building.id()));
    }

    @Test
    void floorsAndUnitsAddUp() {
        Map<@Nullable Object, Integer> units = new HashMap<>();
        CITY.all("bagimsiz_bolum").forEach(unit -> units.merge(value(unit, "bina"), 1, Integer::sum));
        for (FeatureRecord building : CITY.all("bina")) {
            assertThat(value(building, "bb_sayisi")).isEqualTo(units.get(building.id()));
            int above = Integer.parseInt(text(building, "kat_ustu"));
            int below = Integer.parseInt(text(building, "kat_alti"));
            assertThat(value(building, "toplam_kat")).isEqualTo(above + below);
        }
    }

    @Test
    void addressNumbersHaveTenDigitsAndSomeDoNotFitAnInt() {
        List<Long> numbers = CITY.all("bagimsiz_bolum").stream()
                .map(unit -> Long.parseLong(text(unit, "adres_no")))
                .toList();
        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(numbers).allMatch(number -> number >= 1_000_000_000L && number <= 9_999_999_999L);
        assertThat(numbers).anyMatch(number -> number > Integer.MAX_VALUE);
        assertThat(CITY.all("bagimsiz_bolum").stream()
                        .map(unit -> text(unit, "numarataj") + "|" + text(unit, "ic_kapi_no")))
                .doesNotHaveDuplicates();
    }

    private static FeatureRecord unit(String level) {
        return CITY.all("idari_birim").stream()
                .filter(entry -> text(entry, "duzey").equals(level))
                .findFirst()
                .orElseThrow();
    }

    private static STRtree index(String type) {
        STRtree index = new STRtree();
        CITY.all(type).forEach(entry -> index.insert(geometry(entry).getEnvelopeInternal(), entry));
        return index;
    }

    @SuppressWarnings("unchecked")
    private static List<FeatureRecord> near(STRtree index, Geometry place) {
        return index.query(place.getEnvelopeInternal());
    }
}
