package tr.kentatlas.spatial.store;

import static org.assertj.core.api.Assertions.assertThat;
import static tr.kentatlas.spatial.Records.record;
import static tr.kentatlas.spatial.Records.square;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.feature.Feature;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.feature.Page;
import tr.kentatlas.spatial.feature.cql2.Cql2Text;
import tr.kentatlas.spatial.ingest.Importer;
import tr.kentatlas.spatial.ingest.ListSource;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.Decision;
import tr.kentatlas.spatial.release.Editions;
import tr.kentatlas.spatial.release.Publisher;
import tr.kentatlas.spatial.release.Replacing;

/** Attributes that hold a list of values: dates asked for and sorted by, and lists with a hole in them. */
class ListedValuesTest {
    private static final Progress QUIET = Progress.silent();
    private static final PGSimpleDataSource CITY = published();
    private static final Edition EDITION =
            new Editions(JdbcClient.create(CITY)).find(1).orElseThrow();
    private static final FeatureStore STORE = new FeatureStore(new WallReader(CITY, CITY));

    @Test
    void aListOfDatesIsAskedForDates() {
        assertThat(plans(q -> where(q, "A_CONTAINS(IDA_tarih, (DATE('2020-01-01')))")))
                .containsExactlyInAnyOrder("A", "B");
        assertThat(plans(q -> where(q, "A_EQUALS(IDA_tarih, (DATE('2020-01-01')))")))
                .containsExactly("A");
        assertThat(STORE.count(
                        EDITION, type("mekansal_plan"), query("mekansal_plan", Map.of("IDA_tarih", "2021-05-06"), "")))
                .isEqualTo(1);
    }

    @Test
    void aListOfDatesIsSortedByFromPageToPage() {
        FeatureQuery query = query("mekansal_plan", Map.of(), "IDA_tarih");
        List<String> names = new ArrayList<>();
        var next = STORE.page(EDITION, type("mekansal_plan"), query, f -> names.add(name(f)));
        while (next.isPresent()) {
            FeatureQuery further = query.with(new Page(1, next.get()));
            next = STORE.page(EDITION, type("mekansal_plan"), further, f -> names.add(name(f)));
        }
        assertThat(names).containsExactly("A", "B", "C");
    }

    @Test
    void aHoleInAListIsLeftOut() {
        List<String> whole = new ArrayList<>();
        STORE.eachGeoJson(EDITION, type("durak"), f -> whole.add(new String(f.json(), StandardCharsets.UTF_8)));
        assertThat(whole).singleElement().asString().contains("\"hat\":[\"1\"]");
        List<Object> values = new ArrayList<>();
        STORE.page(EDITION, type("durak"), query("durak", Map.of(), ""), f -> values.addAll(f.values()));
        assertThat(values).contains(List.of("1"));
    }

    private static List<String> plans(UnaryOperator<FeatureQuery> question) {
        FeatureQuery query = question.apply(query("mekansal_plan", Map.of(), "").with(Page.first(10)));
        List<String> names = new ArrayList<>();
        STORE.page(EDITION, type("mekansal_plan"), query, f -> names.add(name(f)));
        return names;
    }

    private static FeatureQuery where(FeatureQuery query, String filter) {
        return query.where(Cql2Text.parse(filter), Crs.CRS84);
    }

    private static FeatureQuery query(String type, Map<String, String> equal, String sort) {
        List<FeatureQuery.SortKey> keys = sort.isEmpty() ? List.of() : List.of(FeatureQuery.SortKey.parse(sort));
        return FeatureQuery.of(type, null, null, equal, List.of(), keys, Crs.CRS84, Page.first(1));
    }

    private static String name(Feature plan) {
        List<String> names =
                type("mekansal_plan").attributes().stream().map(a -> a.name()).toList();
        return String.valueOf(plan.values().get(names.indexOf("planAdi")));
    }

    private static VisibleType type(String name) {
        Edition.Entry entry = EDITION.find(name).orElseThrow();
        Set<String> all = entry.model().attributesOf(entry.type()).stream()
                .map(a -> a.name())
                .collect(Collectors.toSet());
        Grant grant = new Grant("test", Grant.Audience.PUBLIC, Map.of(name, Grant.TypeGrant.of(all)));
        return VisibleType.find(EDITION, grant, name).orElseThrow();
    }

    private static PGSimpleDataSource published() {
        PGSimpleDataSource city = TestCity.empty();
        LocalDate first = LocalDate.of(2020, 1, 1);
        LocalDate later = LocalDate.of(2021, 5, 6);
        new Importer(city, TestCity.MODEL, TestCity.SRID)
                .run(
                        ListSource.of(
                                record("mekansal_plan", "a", square(0, 10), "ad", "A", "ida_tarih", List.of(first)),
                                record(
                                        "mekansal_plan",
                                        "b",
                                        square(0, 10),
                                        "ad",
                                        "B",
                                        "ida_tarih",
                                        List.of(first, later)),
                                record("mekansal_plan", "c", square(0, 10), "ad", "C"),
                                record("durak", "d", square(0, 10).getCentroid(), "hat", List.of("1", "2"))),
                        "tester",
                        QUIET);
        JdbcClient.create(city)
                .sql("UPDATE working.durak SET hat = ARRAY['1', NULL]")
                .update();
        Publisher publisher =
                new Publisher(city, TestCity.MODEL, TestCity.SRID, (draft, progress) -> List.of(), List.of());
        publisher.draft(List.of(), "tester", null, Replacing.ANY, QUIET);
        publisher.check(QUIET);
        publisher.approve(List.of(), new Decision(Approval.COUNCIL, "1", LocalDate.of(2026, 11, 3), "A. Yılmaz"));
        publisher.publish("tester", null, QUIET);
        return city;
    }
}
