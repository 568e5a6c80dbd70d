package tr.kentatlas.spatial.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static tr.kentatlas.spatial.planning.MeasuredPlace.EDITION;
import static tr.kentatlas.spatial.planning.MeasuredPlace.READER;
import static tr.kentatlas.spatial.planning.MeasuredPlace.X;
import static tr.kentatlas.spatial.planning.MeasuredPlace.Y;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.feature.Page;
import tr.kentatlas.spatial.feature.cql2.Cql2Text;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.planning.statistics.AreaFigures;
import tr.kentatlas.spatial.planning.statistics.AreaStatistics;
import tr.kentatlas.spatial.planning.statistics.BorrowedPlace;
import tr.kentatlas.spatial.planning.statistics.CountingRule;
import tr.kentatlas.spatial.planning.statistics.StatisticsQuestion;
import tr.kentatlas.spatial.planning.walk.Facility;
import tr.kentatlas.spatial.planning.walk.ServiceArea;
import tr.kentatlas.spatial.planning.walk.WalkNetwork;
import tr.kentatlas.spatial.planning.walk.WalkReader;
import tr.kentatlas.spatial.planning.walk.WalkRules;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.Watch;

/**
 * A made-up place measured by hand: a street of 1,000 m with a door each end, a motorway that would be a short cut, a street still being built,
 * and two neighbourhoods that share a border. What a grant hides is neither counted nor walked.
 */
class PlanningGrantTest {
    @Test
    void oneWalksRoundAlongTheStreetAndNotOnTheMotorway() {
        ServiceArea area = walk(everything(), 15);
        assertThat(area.network().graph().edges())
                .as("neither the motorway nor what is being built")
                .isEqualTo(2);
        assertThat(metres(area, "last")).isEqualTo(10 + 200 + 800 + 200 + 10);
        assertThat(metres(area, "lane")).isEqualTo(10 + 1200 + 80 + 10);
        assertThat(outcome(area, "last")).isEqualTo(ServiceArea.Outcome.SERVED);
        assertThat(outcome(area, "lane")).isEqualTo(ServiceArea.Outcome.TOO_FAR);
        assertThat(outcome(area, "far")).isEqualTo(ServiceArea.Outcome.NO_STREET);
    }

    @Test
    void nobodyWalksOnAStreetTheyDoNotSee() {
        Grant narrow = everything("yol_orta_hat", "islevselSinif = 'ninthClass'");
        ServiceArea area = walk(narrow, 15);
        assertThat(area.network().graph().edges()).isEqualTo(1);
        assertThat(outcome(area, "last")).isNotEqualTo(ServiceArea.Outcome.SERVED);
    }

    @Test
    void aDoorThatIsNotGrantedIsNotThere() {
        assertThat(walk(everything("numarataj", "kapiNumarasi = 'last'"), 15)
                        .network()
                        .doors()
                        .size())
                .isEqualTo(1);
    }

    @Test
    void wholeFeaturesLieInOneNeighbourhoodAndClippedOnesInBoth() {
        Map<String, AreaFigures> whole = count(everything(), CountingRule.INSIDE);
        assertThat(in(whole, "Batı").count() + in(whole, "Doğu").count()).isEqualTo(3);
        Map<String, AreaFigures> clipped = count(everything(), CountingRule.CLIPPED);
        assertThat(in(clipped, "Batı").count()).isEqualTo(2);
        assertThat(in(clipped, "Doğu").count()).isEqualTo(2);
        assertThat(in(clipped, "Batı").squareMetres()).isEqualTo(400 + 200);
        assertThat(in(clipped, "Batı").numbers().getFirst().total())
                .as("a quarter of b2's floors")
                .isEqualTo(2 + 4 * 0.25);
        assertThat(in(clipped, "Doğu").numbers().getFirst().total()).isEqualTo(9 + 4 * 0.75);
    }

    @Test
    void whatTheGrantHidesIsNotCounted() {
        Map<String, AreaFigures> low = count(everything("bina", "zeminUstuKatSayisi < 5"), CountingRule.INSIDE);
        assertThat(in(low, "").count()).isEqualTo(2);
        assertThat(in(low, "").numbers().getFirst().most()).isEqualTo(4.0);
        Map<String, AreaFigures> west = count(everything("idari_birim", "adi = 'Batı'"), CountingRule.INSIDE);
        assertThat(west).doesNotContainKey("Doğu");
    }

    /** Of twelve three are in the west by their door, three in the east by theirs, three in the west by their building, and three nowhere. */
    @Test
    void aUnitCountsWhereItsDoorElseItsBuildingIs() {
        assertThat(units(everything())).containsOnly(Map.entry("", 12L), Map.entry("Batı", 6L), Map.entry("Doğu", 3L));
    }

    @Test
    void aDoorOrBuildingThatIsNotGrantedLendsNoPlace() {
        assertThat(units(everything("numarataj", "kapiNumarasi = 'last'")))
                .containsOnly(Map.entry("", 12L), Map.entry("Batı", 3L), Map.entry("Doğu", 6L));
        assertThat(units(everything("bina", "zeminUstuKatSayisi > 100")))
                .containsOnly(Map.entry("", 12L), Map.entry("Batı", 3L), Map.entry("Doğu", 3L));
    }

    @Test
    void fewGuardedFiguresAreWithheld() {
        Map<String, AreaFigures> whole = count(everything(), CountingRule.INSIDE);
        assertThat(in(whole, "").numbers().get(1).total()).as("of three").isEqualTo(14.0);
        assertThat(in(whole, "").numbers().get(1).least())
                .as("the hidden value")
                .isNull();
        assertThat(in(whole, "Batı").numbers().get(1).isWithheld()).isTrue();
        assertThat(in(whole, "Batı").numbers().get(1).total()).isNull();
    }

    private static ServiceArea walk(Grant grant, int minutes) {
        WalkNetwork network = new WalkReader(READER, EDITION, grant, Watch.NOBODY).read();
        Facility place = new Facility(null, "", 0, 0, List.of(new Coordinate(X, Y - 10)), false);
        return ServiceArea.of(network, List.of(place), new WalkRules(5, 100, List.of(minutes)), () -> false);
    }

    private static double metres(ServiceArea area, String number) {
        return Math.rint(area.metres(door(area, number)) * 100) / 100;
    }

    private static ServiceArea.Outcome outcome(ServiceArea area, String number) {
        return area.outcome(door(area, number));
    }

    private static int door(ServiceArea area, String number) {
        for (int i = 0; i < area.network().doors().size(); i++)
            if (area.network().doors().number(i).equals(number)) return i;
        throw new AssertionError("no door " + number);
    }

    /** The figures by the name of the neighbourhood. */
    private static Map<String, AreaFigures> count(Grant grant, CountingRule rule) {
        VisibleType type = VisibleType.find(EDITION, grant, "bina").orElseThrow();
        Neighbourhoods units = Neighbourhoods.of(EDITION, grant).orElseThrow();
        List<Attribute> numbers = List.of(
                type.attribute("zeminUstuKatSayisi").orElseThrow(),
                type.attribute("BO_konutBirimSayisi").orElseThrow());
        FeatureQuery all = FeatureQuery.all("bina", Page.first(1));
        return named(new StatisticsQuestion(type, null, all, rule, numbers, null, units, List.of()), units);
    }

    private static Map<String, Long> units(Grant grant) {
        VisibleType type = VisibleType.find(EDITION, grant, "bagimsiz_bolum").orElseThrow();
        Neighbourhoods units = Neighbourhoods.of(EDITION, grant).orElseThrow();
        BorrowedPlace place = BorrowedPlace.of(EDITION, grant, type).orElseThrow();
        FeatureQuery all = FeatureQuery.all("bagimsiz_bolum", Page.first(1));
        Map<String, Long> counts = new HashMap<>();
        named(new StatisticsQuestion(type, place, all, CountingRule.CLIPPED, List.of(), null, units, List.of()), units)
                .forEach((name, figures) -> counts.put(name, figures.count()));
        return counts;
    }

    private static Map<String, AreaFigures> named(StatisticsQuestion question, Neighbourhoods units) {
        Map<String, AreaFigures> found = new AreaStatistics(READER).of(EDITION, question, Watch.NOBODY);
        Map<String, AreaFigures> named = new HashMap<>();
        units.list(READER).forEach(one -> {
            AreaFigures figures = found.get(one.id().toString());
            if (figures != null) named.put(one.name(), figures);
        });
        named.put("", Objects.requireNonNull(found.get(AreaFigures.ALL)));
        return named;
    }

    private static AreaFigures in(Map<String, AreaFigures> all, String name) {
        return Objects.requireNonNull(all.get(name));
    }

    private static Grant everything() {
        return everything("", "");
    }

    /** Everything that is published, but of one type only some rows. */
    private static Grant everything(String narrowed, String rows) {
        Map<String, Grant.TypeGrant> types = new HashMap<>();
        for (Edition.Entry entry : EDITION.entries()) {
            Set<String> fields = entry.model().attributesOf(entry.type()).stream()
                    .map(Attribute::name)
                    .collect(Collectors.toSet());
            Grant.TypeGrant all = Grant.TypeGrant.of(fields);
            String name = entry.type().name();
            types.put(name, name.equals(narrowed) ? all.where(Cql2Text.parse(rows)) : all);
        }
        return new Grant("test", Grant.Audience.NAMED, types);
    }
}
