package tr.kentatlas.api.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** 23 March 2026 is the Monday after the Ramadan feast, 28 May the Thursday in the Sacrifice feast. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "unknown",
            value = {
                "Mo-Fr 09:00-18:00; PH off | 2026-03-23T07:00:00Z | unknown",
                "Mo-Fr 09:00-18:00; PH off | 2026-03-23T17:00:00Z | false",
                "Mo-Fr 09:00-18:00; PH 10:00-14:00 | 2026-03-23T08:00:00Z | true",
                "Mo-Fr 09:00-18:00; PH 10:00-14:00 | 2026-03-23T12:00:00Z | unknown",
                "Mo-Fr 09:00-18:00 | 2026-03-23T07:00:00Z | unknown",
                "Mo-Fr 09:00-18:00; PH off | 2026-05-28T07:00:00Z | false",
                "Mo-Fr 09:00-18:00; PH off | 2026-05-25T07:00:00Z | true",
                "Her gün 18:00-02:00; PH off | 2026-12-31T21:30:00Z | true",
                "Her gün 18:00-02:00; PH off | 2027-01-01T21:30:00Z | false",
                "Her gün 18:00-02:00; PH off | 2026-03-21T21:30:00Z | false",
                "Her gün 18:00-02:00; PH off | 2026-03-22T21:30:00Z | unknown"
            })
    void aDayThatMayBeAHolidayIsToldOnlyWhatIsTrueEitherWay(String hours, Instant moment, @Nullable Boolean open) {
        assertThat(Now.of(moment, List.of()).isOpen(pharmacy(hours))).isEqualTo(open);
    }

    @Test
    void whoHasTwoTurnsIsOnDutyUntilTheLaterEnds() {
        Place pharmacy = pharmacy();
        List<DutyTurn> turns = List.of(
                new DutyTurn(pharmacy.id(), NIGHT, MORNING), new DutyTurn(pharmacy.id(), NIGHT, NIGHT.plusSeconds(60)));
        assertThat(Now.of(NIGHT, turns).dutyEnd(pharmacy)).isEqualTo(MORNING);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-01T08:00:00Z,by day", "2026-12-01T20:00:00Z,on duty", "2026-12-02T20:00:00Z,''"})
    void whoServesNowIsOpenByItsHoursOrOnDuty(Instant moment, String expected) {
        Place byDay = pharmacy();
        Place onDuty = pharmacy("Vakit saatlerinde");
        List<DutyTurn> turns = moment.equals(NIGHT) ? List.of(new DutyTurn(onDuty.id(), NIGHT, MORNING)) : List.of();
        List<Place> open = Pharmacies.open(Stream.of(onDuty, byDay, onDuty), Now.of(moment, turns));
        assertThat(open)
                .isEqualTo(
                        switch (expected) {
                            case "by day" -> List.of(byDay);
                            case "on duty" -> List.of(onDuty);
                            default -> List.of();
                        });
    }

    private static Place pharmacy() {
        return pharmacy("Pzt-Cmt 09:00-19:00");
    }

    private static Place pharmacy(String hours) {
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
