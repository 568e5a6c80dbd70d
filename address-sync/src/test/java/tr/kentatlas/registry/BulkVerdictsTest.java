package tr.kentatlas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tr.kentatlas.registry.conflict.Candidate;
import tr.kentatlas.registry.conflict.Candidates;
import tr.kentatlas.registry.conflict.ConflictKind;
import tr.kentatlas.registry.conflict.Conflicts;
import tr.kentatlas.registry.conflict.Seen;
import tr.kentatlas.registry.conflict.Verdict;
import tr.kentatlas.registry.conflict.VerdictRefused;
import tr.kentatlas.registry.port.Level;

class BulkVerdictsTest extends RegisteredCity {
    private static final Verdict SEND = new Verdict.SendLocal("arazide bakıldı");

    private final UUID side = city.jdbc
            .sql("SELECT yon FROM working.numarataj WHERE kapi_no = '1'")
            .query(UUID.class)
            .single();

    @BeforeEach
    void threeDoorsAreNotInTheRegistry() {
        for (String number : List.of("81", "83", "85")) city.door(side, number, null);
        sync.compared();
    }

    @Test
    void whatIsSelectedByPlaceAndKindIsDecidedOneByOne() {
        List<Seen> seen = seen();
        assertThat(seen).hasSize(3);
        List<String> witnessed = new ArrayList<>();
        for (Seen one : seen) sync.verdicts.decide(one, SEND, Sync.BY, () -> witnessed.add("c" + one.conflict()));
        assertThat(witnessed).hasSize(3);
        assertThat(seen()).isEmpty();
        assertThat(city.count("registry.outbox WHERE state = 'queued'")).isEqualTo(3);
    }

    @Test
    void whatChangedSinceItWasLookedAtIsNotDecided() {
        List<Seen> seen = seen();
        UUID door = city.jdbc
                .sql("SELECT tucbs_no FROM working.numarataj WHERE kapi_no = '83'")
                .query(UUID.class)
                .single();
        city.edit("numarataj", door, "kapi_no", "83/A");
        List<Long> refused = new ArrayList<>();
        for (Seen one : seen) {
            try {
                sync.verdicts.decide(one, SEND, Sync.BY, () -> {});
            } catch (VerdictRefused changed) {
                assertThat(changed.why()).isEqualTo(VerdictRefused.Why.CHANGED_SINCE);
                refused.add(one.conflict());
            }
        }
        assertThat(refused).hasSize(1);
        assertThat(city.count("registry.outbox WHERE state = 'queued'")).isEqualTo(2);
        assertThat(seen()).extracting(Seen::conflict).containsExactlyElementsOf(refused);
    }

    @Test
    void aDecisionThatNobodyCanWitnessDoesNotStand() {
        Seen first = seen().getFirst();
        assertThatThrownBy(() -> sync.verdicts.decide(first, SEND, Sync.BY, () -> {
                    throw new IllegalStateException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(seen()).hasSize(3);
        assertThat(city.count("registry.outbox WHERE state = 'queued'")).isZero();
    }

    @Test
    void whatNobodyCanWitnessChangesNoWorkingDataEither() {
        registry.change((truth, revision) -> truth.buildings.replaceAll((code, b) -> truth.with(b, 9, revision)));
        sync.pull();
        sync.compared();
        Seen first = sync.conflicts
                .seen(new Conflicts.Query(ConflictKind.C11, Level.BUILDING, null, null, 0, 1))
                .getFirst();
        Verdict accepted = new Verdict.AcceptRemote("yeniden sayıldı");
        assertThatThrownBy(() -> sync.verdicts.decide(first, accepted, Sync.BY, () -> {
                    throw new IllegalStateException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(city.count("working.bina WHERE kat_ustu = 9")).isZero();
        sync.verdicts.decide(first, accepted, Sync.BY, () -> {});
        assertThat(city.count("working.bina WHERE kat_ustu = 9")).isEqualTo(1);
    }

    @Test
    void theCandidatesOfAnUnclearPairHaveNameAndPlace() {
        UUID door = city.jdbc
                .sql("SELECT tucbs_no FROM working.numarataj WHERE kapi_no = '1'")
                .query(UUID.class)
                .single();
        UUID twin = city.door(side, "1", null);
        city.jdbc
                .sql("UPDATE registry.link SET ended_at = now() WHERE level = 'door' AND local = ?")
                .param(door)
                .update();
        city.edit("numarataj", door, "numarataj_kodu", null);
        sync.compared();
        long number = sync.conflicts
                .open(new Conflicts.Query(ConflictKind.C16, Level.DOOR, null, null, 0, 2))
                .getFirst()
                .number();
        assertThat(new Candidates(sync.store).of(number))
                .allSatisfy(one -> {
                    assertThat(one.label()).isEqualTo("1");
                    assertThat(one.street()).isEqualTo("Atatürk");
                    assertThat(one.longitude()).isBetween(25.0, 46.0);
                })
                .extracting(Candidate::local)
                .containsExactlyInAnyOrder(door, twin);
        sync.verdicts.decide(number, new Verdict.Link(twin, null, "sahada"), Sync.BY, () -> {});
        assertThat(new Candidates(sync.store).of(number)).isEmpty();
    }

    private List<Seen> seen() {
        return sync.conflicts.seen(new Conflicts.Query(ConflictKind.C04, Level.DOOR, SyncCity.WEST, null, 0, 500));
    }
}
