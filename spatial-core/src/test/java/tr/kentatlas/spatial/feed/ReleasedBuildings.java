package tr.kentatlas.spatial.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static tr.kentatlas.spatial.Records.building;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.feature.FeatureId;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.feature.Page;
import tr.kentatlas.spatial.feature.cql2.Cql2Text;
import tr.kentatlas.spatial.ingest.Edits;
import tr.kentatlas.spatial.ingest.Importer;
import tr.kentatlas.spatial.ingest.ListSource;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.Decision;
import tr.kentatlas.spatial.release.Editions;
import tr.kentatlas.spatial.release.Publisher;
import tr.kentatlas.spatial.release.Replacing;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.FeatureStore;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.WallReader;
import tr.kentatlas.spatial.store.row.GeoJsonFeature;

/** Releases of some buildings, and what of them is told through grants. */
abstract class ReleasedBuildings {
    static final String TYPE = "bina";

    final PGSimpleDataSource city = TestCity.empty();
    final JdbcClient jdbc = JdbcClient.create(city);
    private final WallReader reader = new WallReader(city, city);
    final Differences differences = new Differences(reader);

    /** In pieces of three, as a reader with a small page would. */
    void follow(Side from, Side to, Map<UUID, String> held) {
        UUID after = null;
        for (boolean more = true; more; ) {
            List<Change> piece = new ArrayList<>();
            more = differences.read(from, to, Differences.Piece.after(TYPE, after, 3), piece::add);
            after = apply(piece, after, 1, held);
        }
    }

    void change(Random random) {
        int salt = random.nextInt();
        jdbc.sql("DELETE FROM working.bina WHERE hashtext(tucbs_no::text || ?) % 4 = 0")
                .param(salt)
                .update();
        jdbc.sql("UPDATE working.bina SET kat_ustu = kat_ustu + 2 WHERE hashtext(tucbs_no::text || ?) % 3 = 0")
                .param(salt)
                .update();
        load(some(random, 20));
    }

    FeatureRecord[] some(Random random, int count) {
        List<FeatureRecord> all = new ArrayList<>();
        for (int i = 0; i < count; i++)
            all.add(building("b" + random.nextInt(10_000), random.nextInt(1000), 1 + random.nextInt(10)));
        Map<Object, FeatureRecord> distinct = new TreeMap<>();
        all.forEach(r -> distinct.put(Objects.requireNonNull(r.id()), r));
        return distinct.values().toArray(FeatureRecord[]::new);
    }

    /** A piece in rising or falling order; its last identity. */
    static @Nullable UUID apply(List<Change> piece, @Nullable UUID last, int direction, Map<UUID, String> held) {
        UUID before = last;
        for (Change change : piece) {
            String id = change.id().toString();
            assertThat(before == null || id.compareTo(before.toString()) * direction > 0)
                    .isTrue();
            before = change.id();
            if (change.feature() == null) assertThat(held.remove(change.id())).isNotNull();
            else held.put(change.id(), told(change.feature()));
        }
        return before;
    }

    Map<UUID, String> state(Side side) {
        Map<UUID, String> all = new TreeMap<>();
        VisibleType type = side.find(TYPE).orElseThrow();
        new FeatureStore(reader)
                .geoJsonPage(
                        side.edition(),
                        type,
                        FeatureQuery.all(TYPE, Page.first(Page.MOST)),
                        feature -> all.put(feature.id(), told(feature)));
        return all;
    }

    /** Fields that are null are as good as absent. */
    private static String told(GeoJsonFeature feature) {
        ObjectNode json = (ObjectNode) JsonMapper.shared().readTree(feature.json());
        ((ObjectNode) json.path("properties")).removeIf(JsonNode::isNull);
        return json.toString();
    }

    Map<UUID, Change.Kind> kinds(Side from, Side to) {
        Map<UUID, Change.Kind> all = new TreeMap<>();
        boolean more = differences.read(
                from, to, Differences.Piece.after(TYPE, null, 1000), change -> all.put(change.id(), change.kind()));
        assertThat(more).isFalse();
        return all;
    }

    static Grant floors() {
        return grant(null, "zeminUstuKatSayisi");
    }

    static Grant grant(@Nullable String rows, String... fields) {
        Grant.TypeGrant all = Grant.TypeGrant.of(Set.of(fields));
        return new Grant(
                "test", Grant.Audience.NAMED, Map.of(TYPE, rows == null ? all : all.where(Cql2Text.parse(rows))));
    }

    static UUID id(String key) {
        return FeatureId.of("test", TYPE, key);
    }

    void load(FeatureRecord... records) {
        new Importer(city, TestCity.MODEL, TestCity.SRID)
                .run(ListSource.of(records), "test", Edits.OVERWRITE, Progress.silent());
    }

    Edition publish() {
        Publisher publisher =
                new Publisher(city, TestCity.MODEL, TestCity.SRID, (draft, progress) -> List.of(), List.of());
        publisher.draft(List.of("bina"), "test", null, Replacing.ANY, Progress.silent());
        publisher.check(Progress.silent());
        publisher.approve(List.of(), new Decision(Approval.COUNCIL, "1", LocalDate.of(2026, 1, 1), "test"));
        long release = publisher.publish("test", "test", Progress.silent()).number();
        return new Editions(jdbc).find(release).orElseThrow();
    }
}
