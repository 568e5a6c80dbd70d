package tr.kentatlas.api.exchange.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.SmallCity;
import tr.kentatlas.api.exchange.agreement.Agreement;
import tr.kentatlas.api.exchange.agreement.Standing;
import tr.kentatlas.api.exchange.agreement.Terms;

/** The nodes tell each other of what they granted through one row, which rests while nobody asks for anything. */
class MetersTest {
    private final JdbcClient desk = JdbcClient.create(SmallCity.database());

    @Test
    void whileNothingIsGrantedNothingIsWrittenAndOtherNodesAreHeardOf() {
        Agreement agreement = agreement("1");
        Meters here = new Meters(desk);
        Meters there = new Meters(desk);
        here.take(agreement, Instant.now());
        here.run();
        String written = row();
        here.run();
        assertThat(row()).isEqualTo(written);
        there.take(agreement, Instant.now());
        there.run();
        here.run();
        assertThat(here.spent(agreement.id(), Instant.now())).isEqualTo(2);
    }

    /** As after a restore of an earlier day. */
    @Test
    void anAgreementThatIsNotThereKeepsNobodyElseFromBeingCounted() {
        List<Agreement> kept = List.of(agreement("1"), agreement("2"));
        Meters here = new Meters(desk);
        here.take(of(0, "lost"), Instant.now());
        kept.forEach(agreement -> here.take(agreement, Instant.now()));
        here.run();
        here.take(kept.getFirst(), Instant.now());
        here.run();
        Meters there = new Meters(desk);
        assertThat(kept)
                .extracting(agreement -> there.spent(agreement.id(), Instant.now()))
                .containsExactly(2L, 1L);
        assertThat(here.spent(0, Instant.now())).as("is told when it is there").isEqualTo(1);
    }

    /** Its version, too: one that is written again with what it has is another. */
    private String row() {
        return desk.sql("SELECT concat_ws(' ', ctid, xmin, requests) FROM exchange.meter")
                .query(String.class)
                .single();
    }

    private Agreement agreement(String number) {
        long id = desk.sql("INSERT INTO exchange.agreement (number, state) VALUES (?, 'active') RETURNING agreement_id")
                .param(number)
                .query(Long.class)
                .single();
        return of(id, number);
    }

    private static Agreement of(long id, String number) {
        LocalDate day = LocalDate.of(2026, 1, 1);
        Terms terms = new Terms(
                number,
                new Terms.Parties("Belediye", "Kurum", "N. Demir", null),
                "deneme",
                new Terms.CouncilDecision("1", day),
                day,
                day.plusYears(100),
                null,
                Set.of(Terms.Releases.PUBLISHED),
                new Terms.Limits(60, 1000),
                List.of());
        return new Agreement(id, 1, Instant.EPOCH, terms, new Standing(Standing.State.ACTIVE, null, Instant.EPOCH));
    }
}
