package tr.kentatlas.api.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.search.DutyTurn;
import tr.kentatlas.spatial.search.Place;

class NowTest {
    private static final Instant NIGHT = Instant.parse("2026-12-01T20:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-12-02T06:00:00Z");

    @Test
    void aPharmacyOnDutyIsOpenWhateverItsHours() {
        Place pharmacy = pharmacy();
        Now now = Now.of(NIGHT, List.of(new DutyTurn(pharmacy.id(), NIGHT, MORNING)));
        assertThat(now.isOpen(pharmacy)).isTrue();
        assertThat(now.dutyEnd(pharmacy)).isEqualTo(MORNING);
    }

    @Test
    void anyOtherPharmacyKeepsItsHours() {
        Place pharmacy = pharmacy();
        assertThat(Now.of(NIGHT, List.of()).isOpen(pharmacy)).isFalse();
        assertThat(Now.of(NIGHT.plusSeconds(12 * 3600), List.of()).isOpen(pharmacy))
                .isTrue();
        assertThat(Now.of(NIGHT, List.of()).dutyEnd(pharmacy)).isNull();
    }

    @Test
    void onAHolidayOnlyWhoIsOnDutyIsToldOpen() {
        Instant republicDay = Instant.parse("2026-10-29T09:00:00Z");
        Place pharmacy = pharmacy();
        DutyTurn turn = new DutyTurn(pharmacy.id(), republicDay, republicDay.plusSeconds(3600));
        assertThat(Now.of(republicDay, List.of()).isOpen(pharmacy)).isNull();
        assertThat(Now.of(republicDay, List.of()).holiday()).isPresent();
        assertThat(Now.of(republicDay, List.of(turn)).isOpen(pharmacy)).isTrue();
    }

    @Test
    void whoHasTwoTurnsIsOnDutyUntilTheLaterEnds() {
        Place pharmacy = pharmacy();
        List<DutyTurn> turns = List.of(
                new DutyTurn(pharmacy.id(), NIGHT, MORNING), new DutyTurn(pharmacy.id(), NIGHT, NIGHT.plusSeconds(60)));
        assertThat(Now.of(NIGHT, turns).dutyEnd(pharmacy)).isEqualTo(MORNING);
    }

    private static Place pharmacy() {
        String hours = "Pzt-Cmt 09:00-19:00";
        return new Place(
                UUID.randomUUID(),
                Place.Sort.PLACE,
                "kamu_hizmeti",
                "eczane",
                new Text("Eczane", "Pharmacy"),
                "Gül Eczanesi",
                "",
                "/yer/1",
                32.9,
                39.9,
                null,
                List.of(new Place.Fact("hours", new Text(hours, hours))),
                null);
    }
}
