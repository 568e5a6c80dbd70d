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
        Agreement agreement = agreement();
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

    /** Its version, too: one that is written again with what it has is another. */
    private String row() {
        return desk.sql("SELECT concat_ws(' ', ctid, xmin, requests) FROM exchange.meter")
                .query(String.class)
                .single();
    }

    private Agreement agreement() {
        long id = desk.sql(
                        "INSERT INTO exchange.agreement (number, state) VALUES ('1', 'active') RETURNING agreement_id")
                .query(Long.class)
                .single();
        LocalDate day = LocalDate.of(2026, 1, 1);
        Terms terms = new Terms(
                "1",
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
