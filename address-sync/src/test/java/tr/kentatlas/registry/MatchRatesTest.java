package tr.kentatlas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tr.kentatlas.registry.conflict.Verdict;
import tr.kentatlas.registry.match.MatchRates;
import tr.kentatlas.registry.match.MatchRates.Rate;
import tr.kentatlas.registry.port.Level;

class MatchRatesTest extends RegisteredCity {
    @Test
    void theNumbersAreThoseOfTheLastRunAndTheConflictsThoseOfNow() {
        AddressSync whole = new AddressSync(city.database, SyncCity.MODEL, SyncCity.SRID);
        whole.compare(Sync.BY);
        assertThat(doors()).isEqualTo("4 4 4 4 0");
        UUID side = city.jdbc
                .sql("SELECT yon FROM working.numarataj WHERE kapi_no = '1'")
                .query(UUID.class)
                .single();
        city.door(side, "81", null);
        assertThat(doors()).isEqualTo("4 4 4 4 0");
        whole.compare(Sync.BY);
        assertThat(doors()).isEqualTo("5 4 4 4 1");
        sync.verdicts.decide(sync.open().getFirst().number(), new Verdict.Ignore(null, "saha"), Sync.BY, () -> {});
        assertThat(doors()).isEqualTo("5 4 4 4 0");
    }

    @Test
    void aCityThatWasNeverCountedIsCountedWhenSomebodyLooks() {
        assertThat(doors()).isEqualTo("4 4 4 4 0");
    }

    private String doors() {
        Rate rate = new MatchRates(sync.store)
                .all().stream()
                        .filter(one -> one.neighbourhood() == SyncCity.WEST && one.level() == Level.DOOR)
                        .findFirst()
                        .orElseThrow();
        return Stream.of(rate.ours(), rate.oursLinked(), rate.theirs(), rate.theirsLinked(), rate.conflicts())
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }
}
