package tr.kentatlas.spatial.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static tr.kentatlas.spatial.Records.building;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.store.Edition;

class DifferencesTest extends ReleasedBuildings {
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
        change(random);
        Edition second = publish();
        Grant from = grant("zeminUstuKatSayisi < " + (3 + random.nextInt(8)), "zeminUstuKatSayisi");
        Grant to = grant("zeminUstuKatSayisi > " + random.nextInt(8), "zeminUstuKatSayisi", "adi");
        return new Sides(new Side(first, from), new Side(second, to));
    }

    private static UUID before(UUID id) {
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() - 1);
    }
}
