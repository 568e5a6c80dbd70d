package tr.kentatlas.spatial.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static tr.kentatlas.spatial.Records.building;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.spatial.feature.FeatureRecord;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.release.Editions;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.sql.SqlFragment;

/** Where a snapshot was compared with the one before it, a feed reads what differs and no more. */
class ServedDifferenceTest extends ReleasedBuildings {
    @Test
    void aPageReadsNothingButWhatDiffersFromItsMarkOn() {
        load(IntStream.range(0, 2000).mapToObj(i -> building("b" + i, i, 3)).toArray(FeatureRecord[]::new));
        Side first = new Side(publish(), floors());
        jdbc.sql("UPDATE working.bina SET kat_ustu = 9"
                        + " WHERE tucbs_no IN (SELECT tucbs_no FROM working.bina ORDER BY tucbs_no LIMIT 6)")
                .update();
        Side second = new Side(publish(), floors());
        List<UUID> changed = new ArrayList<>();
        differences.read(first, second, Differences.Piece.after(TYPE, null, 1000), change -> changed.add(change.id()));
        assertThat(changed).hasSize(6);
        assertThat(rowsRead(first, second, Differences.Piece.after(TYPE, null, 1000)))
                .as("of twice two thousand")
                .isLessThan(30);
        assertThat(rowsRead(first, second, Differences.Piece.after(TYPE, changed.get(3), 1000)))
                .isLessThan(20);
        assertThat(rowsRead(second, first, Differences.Piece.back(TYPE, changed.get(1), 1000)))
                .isLessThan(20);
    }

    private long rowsRead(Side from, Side to, Differences.Piece piece) {
        SqlFragment sql = new DifferenceSql(from, to, piece)
                .select(from.find(TYPE), to.find(TYPE))
                .fragment();
        String plan = jdbc.sql("EXPLAIN (ANALYZE, FORMAT JSON) " + sql.sql())
                .params(sql.args())
                .query(String.class)
                .single();
        return JsonMapper.shared().readTree(plan).findParents("Relation Name").stream()
                .mapToLong(scan -> (scan.path("Actual Rows").asLong()
                                + scan.path("Rows Removed by Filter").asLong())
                        * scan.path("Actual Loops").asLong())
                .sum();
    }

    @Test
    void releasesNobodyComparedAreJoinedWhole() {
        load(building("stays", 0, 3), building("changes", 20, 4));
        Edition first = publish();
        jdbc.sql("UPDATE working.bina SET kat_ustu = 9 WHERE tucbs_no = ?")
                .param(id("changes"))
                .update();
        long second = publish().release();
        jdbc.sql("UPDATE release.snapshot SET follows = NULL").update();
        Edition asBefore = new Editions(jdbc).find(second).orElseThrow();
        assertThat(kinds(new Side(first, floors()), new Side(asBefore, floors())))
                .isEqualTo(Map.of(id("changes"), Change.Kind.UPDATE));
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 11, 12})
    void aDifferenceOverSeveralReleasesIsAsExactForthAndBack(long seed) {
        Random random = new Random(seed);
        load(some(random, 40));
        Grant some = grant("zeminUstuKatSayisi < 8", "zeminUstuKatSayisi", "adi");
        Side from = new Side(publish(), some);
        change(random);
        publish();
        change(random);
        Side to = new Side(publish(), some);
        Map<UUID, String> held = state(from);
        follow(from, to, held);
        assertThat(held).isEqualTo(state(to));
        follow(to, from, held);
        assertThat(held).isEqualTo(state(from));
    }
}
