package tr.kentatlas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tr.kentatlas.registry.conflict.Conflict;
import tr.kentatlas.registry.conflict.ConflictKind;
import tr.kentatlas.registry.conflict.Conflicts;
import tr.kentatlas.registry.conflict.Seen;
import tr.kentatlas.registry.conflict.Verdict;
import tr.kentatlas.registry.conflict.VerdictRefused;
import tr.kentatlas.registry.conflict.VerdictRefused.Why;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.port.RegisteredDoor;
import tr.kentatlas.registry.port.RegisteredSide;
import tr.kentatlas.registry.port.RegisteredStreet;
import tr.kentatlas.registry.port.Saying;

/** Centre lines and sides of a road the registry knows are compared with its own, asked about and sent. */
class RoadsTest extends RegisteredCity {
    private static final Verdict SENT = new Verdict.SendLocal("belediye doğru");

    @Test
    void aCentreLineSurveyedAnewIsAskedAboutAndSent() {
        String before = String.valueOf(lale().centreLines());
        moveLines();
        Conflict moved = only();
        assertThat(moved.detail()).contains("\"place\"", "500 m", "9.0");
        assertThat(moved.changedBy()).isEqualTo("local");
        send(moved);
        assertThat(String.valueOf(lale().centreLines())).isNotEqualTo(before);
    }

    @Test
    void aCentreLineDrawnAnewSinceItWasLookedAtIsNotSentUnseen() {
        moveLines();
        only();
        Seen seen = seen();
        moveLines();
        assertThat(seen()).isNotEqualTo(seen);
        assertThatThrownBy(() -> sync.verdicts.decide(seen, SENT, Sync.BY, () -> {}))
                .isInstanceOfSatisfying(
                        VerdictRefused.class, no -> assertThat(no.why()).isEqualTo(Why.CHANGED_SINCE));
    }

    @Test
    void aRoadThatWasProlongedIsAskedAboutAndItsDoorWaitsForItsSide() {
        UUID side = city.side(road(), SyncCity.WEST, 700);
        UUID door = city.door(side, "91", null);
        sync.pull();
        List<Conflict> open = sync.compared();
        assertThat(open).extracting(Conflict::level).containsExactly(Level.STREET, Level.DOOR);
        assertThat(open.getFirst().detail()).contains("\"sides\"", "LEFT", "RIGHT");
        decide(open.getLast(), SENT);
        sync.push();
        assertThat(city.count(
                        "registry.outbox WHERE state = 'queued' AND message LIKE ?",
                        "%" + Saying.WAITS_FOR_SIDE.word() + "%"))
                .isEqualTo(1);
        send(open.getFirst());
        assertThat(lale().sides()).hasSize(4);
        assertThat(sideOf(door))
                .isIn(lale().sides().stream().map(RegisteredSide::code).toList());
    }

    @Test
    void aFixedCodeThatChangedIsSentAndItsDoorsStayWhereTheyAre() {
        List<Long> codes = lale().sides().stream().map(RegisteredSide::code).toList();
        city.jdbc
                .sql("UPDATE working.yol_orta_hat_yon s SET tanitim_kodu = '77' FROM working.yol_orta_hat h"
                        + " WHERE h.tucbs_no = s.orta_hat AND h.yol = ? AND s.taraf = 'sol'")
                .param(road())
                .update();
        Conflict changed = only();
        assertThat(changed.detail()).contains("\"LEFT 77\"");
        send(changed);
        assertThat(lale().sides()).extracting(RegisteredSide::code).containsExactlyElementsOf(codes);
        assertThat(lale().sides()).extracting(RegisteredSide::fixedCode).contains("77");
    }

    @Test
    void whatOnlyTheRegistryHasOfARoadIsNotTakenOver() {
        RegisteredStreet street = lale();
        registry.change((truth, revision) -> truth.streets.put(
                street.code(),
                new RegisteredStreet(
                        street.code(),
                        street.road(),
                        street.neighbourhood(),
                        street.name(),
                        null,
                        null,
                        street.kind(),
                        street.sides().subList(0, 1),
                        street.centreLines(),
                        revision)));
        Conflict conflict = only();
        assertThat(conflict.changedBy()).isEqualTo("remote");
        assertThatThrownBy(() -> decide(conflict, new Verdict.AcceptRemote("kayıt doğru")))
                .isInstanceOfSatisfying(
                        VerdictRefused.class, no -> assertThat(no.why()).isEqualTo(Why.ROAD_BY_HAND));
        send(conflict);
        assertThat(lale().sides()).hasSize(2);
    }

    @Test
    void aRegistryThatTellsNeitherSidesNorLinesDiffersInNone() {
        registry.change((truth, revision) -> truth.streets.replaceAll((code, s) -> new RegisteredStreet(
                s.code(), s.road(), s.neighbourhood(), s.name(), null, null, s.kind(), List.of(), null, revision)));
        city.jdbc
                .sql("UPDATE working.yol_orta_hat SET geom = ST_Translate(geom, 0, 9)")
                .update();
        sync.pull();
        assertThat(sync.compared()).isEmpty();
    }

    @Test
    void whatHasGoneMeanwhileIsNotQueued() {
        UUID side = city.jdbc
                .sql("SELECT yon FROM working.numarataj WHERE kapi_no = '1'")
                .query(UUID.class)
                .single();
        UUID door = city.door(side, "91", null);
        sync.pull();
        Conflict conflict = sync.compared().getFirst();
        city.edit("numarataj", door, "kapi_no", null);
        assertThatThrownBy(() -> decide(conflict, SENT))
                .isInstanceOfSatisfying(
                        VerdictRefused.class, no -> assertThat(no.why()).isEqualTo(Why.NO_OBJECT));
    }

    private void moveLines() {
        city.jdbc
                .sql("UPDATE working.yol_orta_hat SET geom = ST_Translate(geom, 0, 9) WHERE yol = ?")
                .param(road())
                .update();
    }

    private Seen seen() {
        return sync.conflicts
                .seen(new Conflicts.Query(ConflictKind.C11, Level.STREET, null, null, 0, 1))
                .getFirst();
    }

    private UUID road() {
        return city.jdbc
                .sql("SELECT tucbs_no FROM working.yol WHERE ad = 'Lale'")
                .query(UUID.class)
                .single();
    }

    private RegisteredStreet lale() {
        return registry.truth().streets.values().stream()
                .filter(street -> street.name().equals("LALE"))
                .findFirst()
                .orElseThrow();
    }

    private long sideOf(UUID door) {
        long code = city.jdbc
                .sql("SELECT code FROM registry.link WHERE ended_at IS NULL AND local = ?")
                .param(door)
                .query(Long.class)
                .single();
        RegisteredDoor there = Objects.requireNonNull(registry.truth().doors.get(code));
        return Objects.requireNonNull(there.side());
    }

    private Conflict only() {
        sync.pull();
        assertThat(sync.compared()).extracting(Conflict::kind).containsExactly(ConflictKind.C11);
        return sync.open().getFirst();
    }

    private void send(Conflict conflict) {
        decide(conflict, SENT);
        sync.push();
        sync.pull();
        assertThat(sync.compared()).isEmpty();
    }

    private void decide(Conflict conflict, Verdict decision) {
        sync.verdicts.decide(conflict.number(), decision, Sync.BY, () -> {});
    }
}
