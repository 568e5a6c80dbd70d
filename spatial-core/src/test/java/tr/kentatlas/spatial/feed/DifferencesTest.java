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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

class DifferencesTest {
    private static final String TYPE = "bina";

    private final PGSimpleDataSource city = TestCity.empty();
    private final JdbcClient jdbc = JdbcClient.create(city);
    private final WallReader reader = new WallReader(city, city);
    private final Differences differences = new Differences(reader);

    @Test
    void whatCameChangedAndWentIsTold() {
        load(building("stays", 0, 3), building("changes", 20, 4), building("goes", 40, 5));
        Edition first = publish();
        jdbc.sql("UPDATE working.bina SET kat_ustu = 9 WHERE tucbs_no = ?")
                .param(id("changes"))
                .update();
        jdbc.sql("DELETE FROM working.bina WHERE tucbs_no = ?")
                .param(id("goes"))
                .update();
        load(building("comes", 60, 1));
        Edition second = publish();
        assertThat(kinds(new Side(first, floors()), new Side(second, floors())))
                .isEqualTo(Map.of(
                        id("changes"), Change.Kind.UPDATE,
                        id("goes"), Change.Kind.DELETE,
                        id("comes"), Change.Kind.INSERT));
    }

    @Test
    void aRollBackIsTheSameDifferenceBackwards() {
        load(building("stays", 0, 3), building("changes", 20, 4));
        Edition first = publish();
        jdbc.sql("UPDATE working.bina SET kat_ustu = 9 WHERE tucbs_no = ?")
                .param(id("changes"))
                .update();
        load(building("comes", 60, 1));
        Edition second = publish();
        Map<UUID, String> held = state(new Side(second, floors()));
        follow(new Side(second, floors()), new Side(first, floors()), held);
        assertThat(held).isEqualTo(state(new Side(first, floors())));
    }

    @Test
    void aFeatureThatLeavesTheGrantIsDeletedAndOneThatEntersIsInserted() {
        load(building("leaves", 0, 3), building("enters", 20, 8), building("outside", 40, 9));
        Edition first = publish();
        jdbc.sql("UPDATE working.bina SET kat_ustu = 7 WHERE tucbs_no IN (?, ?)")
                .params(id("leaves"), id("outside"))
                .update();
        jdbc.sql("UPDATE working.bina SET kat_ustu = 2 WHERE tucbs_no = ?")
                .param(id("enters"))
                .update();
        Edition second = publish();
        Grant low = grant("zeminUstuKatSayisi < 5", "zeminUstuKatSayisi");
        assertThat(kinds(new Side(first, low), new Side(second, low)))
                .isEqualTo(Map.of(id("leaves"), Change.Kind.DELETE, id("enters"), Change.Kind.INSERT));
    }

    @Test
    void aChangeOfAHiddenFieldIsNoChange() {
        load(building("a", 0, 3));
        Edition first = publish();
        jdbc.sql("UPDATE working.bina SET bina_kimlik_no = 77").update();
        Edition second = publish();
        assertThat(kinds(new Side(first, floors()), new Side(second, floors()))).isEmpty();
    }

    @Test
    void fromNothingEachComesOnceAndAfterAFeatureThatIsNotThereAllAreToldAgain() {
        load(building("a", 0, 3), building("b", 20, 8), building("c", 40, 9), building("d", 60, 1));
        Side all = new Side(publish(), floors());
        List<UUID> told = new ArrayList<>();
        UUID after = null;
        for (boolean more = true; more; after = told.getLast()) {
            more = differences.read(
                    null, all, Differences.Piece.after(TYPE, after, 1), change -> told.add(change.id()));
        }
        assertThat(told).containsExactlyInAnyOrder(id("a"), id("b"), id("c"), id("d"));
        List<UUID> again = new ArrayList<>();
        UUID elsewhere = id("of another backup");
        differences.read(null, all, Differences.Piece.after(TYPE, elsewhere, 9), change -> again.add(change.id()));
        assertThat(again).isEqualTo(told);
    }

    @Test
    void anAmendedGrantIsADifferenceWithinOneRelease() {
        load(building("low", 0, 3), building("high", 20, 8));
        Edition only = publish();
        Grant low = grant("zeminUstuKatSayisi < 5", "zeminUstuKatSayisi");
        assertThat(kinds(new Side(only, low), new Side(only, floors())))
                .isEqualTo(Map.of(id("high"), Change.Kind.INSERT));
        assertThat(kinds(new Side(only, floors()), new Side(only, grant(null, "adi", "zeminUstuKatSayisi"))))
                .as("a field nobody filled changes nothing")
                .isEmpty();
        assertThat(kinds(new Side(only, floors()), new Side(only, new Grant("none", Grant.Audience.NAMED, Map.of()))))
                .containsOnly(Map.entry(id("low"), Change.Kind.DELETE), Map.entry(id("high"), Change.Kind.DELETE));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void applyingADifferencePieceByPieceGivesTheNewState(long seed) {
        Sides sides = sides(new Random(seed));
        Map<UUID, String> held = state(sides.from);
        follow(sides.from, sides.to, held);
        assertThat(held).isEqualTo(state(sides.to));
    }

    /** In pieces of three, as a reader with a small page would. */
    private void follow(Side from, Side to, Map<UUID, String> held) {
        UUID after = null;
        for (boolean more = true; more; ) {
            List<Change> piece = new ArrayList<>();
            more = differences.read(from, to, Differences.Piece.after(TYPE, after, 3), piece::add);
            after = apply(piece, after, 1, held);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void whatWasToldOfADifferenceIsTakenBackPieceByPiece(long seed) {
        Sides sides = sides(new Random(seed));
        Map<UUID, String> held = state(sides.from);
        List<Change> half = new ArrayList<>();
        differences.read(sides.from, sides.to, Differences.Piece.after(TYPE, null, 8), half::add);
        UUID told = Objects.requireNonNull(apply(half, null, 1, held));
        UUID last = null;
        for (boolean more = true; more; ) {
            List<Change> piece = new ArrayList<>();
            UUID from = last == null ? told : before(last);
            more = differences.read(sides.to, sides.from, Differences.Piece.back(TYPE, from, 3), piece::add);
            last = apply(piece, last, -1, held);
        }
        assertThat(held).isEqualTo(state(sides.from));
    }

    private record Sides(Side from, Side to) {}

    /** Two releases with some buildings changed, gone and new, each through a grant of its own. */
    private Sides sides(Random random) {
        load(some(random, 40));
        Edition first = publish();
        int salt = random.nextInt();
        jdbc.sql("DELETE FROM working.bina WHERE hashtext(tucbs_no::text || ?) % 4 = 0")
                .param(salt)
                .update();
        jdbc.sql("UPDATE working.bina SET kat_ustu = kat_ustu + 2 WHERE hashtext(tucbs_no::text || ?) % 3 = 0")
                .param(salt)
                .update();
        load(some(random, 20));
        Edition second = publish();
        Grant from = grant("zeminUstuKatSayisi < " + (3 + random.nextInt(8)), "zeminUstuKatSayisi");
        Grant to = grant("zeminUstuKatSayisi > " + random.nextInt(8), "zeminUstuKatSayisi", "adi");
        return new Sides(new Side(first, from), new Side(second, to));
    }

    private static UUID before(UUID id) {
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() - 1);
    }

    private FeatureRecord[] some(Random random, int count) {
        List<FeatureRecord> all = new ArrayList<>();
        for (int i = 0; i < count; i++)
            all.add(building("b" + random.nextInt(10_000), random.nextInt(1000), 1 + random.nextInt(10)));
        Map<Object, FeatureRecord> distinct = new TreeMap<>();
        all.forEach(r -> distinct.put(Objects.requireNonNull(r.id()), r));
        return distinct.values().toArray(FeatureRecord[]::new);
    }

    /** A piece in rising or falling order; its last identity. */
    private static @Nullable UUID apply(
            List<Change> piece, @Nullable UUID last, int direction, Map<UUID, String> held) {
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

    private Map<UUID, String> state(Side side) {
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

    private Map<UUID, Change.Kind> kinds(Side from, Side to) {
        Map<UUID, Change.Kind> all = new TreeMap<>();
        boolean more = differences.read(
                from, to, Differences.Piece.after(TYPE, null, 1000), change -> all.put(change.id(), change.kind()));
        assertThat(more).isFalse();
        return all;
    }

    private static Grant floors() {
        return grant(null, "zeminUstuKatSayisi");
    }

    private static Grant grant(@Nullable String rows, String... fields) {
        Grant.TypeGrant all = Grant.TypeGrant.of(Set.of(fields));
        return new Grant(
                "test", Grant.Audience.NAMED, Map.of(TYPE, rows == null ? all : all.where(Cql2Text.parse(rows))));
    }

    private static UUID id(String key) {
        return FeatureId.of("test", TYPE, key);
    }

    private void load(FeatureRecord... records) {
        new Importer(city, TestCity.MODEL, TestCity.SRID)
                .run(ListSource.of(records), "test", Edits.OVERWRITE, Progress.silent());
    }

    private Edition publish() {
        Publisher publisher =
                new Publisher(city, TestCity.MODEL, TestCity.SRID, (draft, progress) -> List.of(), List.of());
        publisher.draft(List.of("bina"), "test", null, Replacing.ANY, Progress.silent());
        publisher.check(Progress.silent());
        publisher.approve(List.of(), new Decision(Approval.COUNCIL, "1", LocalDate.of(2026, 1, 1), "test"));
        long release = publisher.publish("test", "test", Progress.silent()).number();
        return new Editions(jdbc).find(release).orElseThrow();
    }
}
