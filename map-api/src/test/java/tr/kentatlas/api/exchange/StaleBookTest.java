package tr.kentatlas.api.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tr.kentatlas.api.exchange.ExchangeCity.Partnership;
import tr.kentatlas.api.exchange.agreement.Agreements;
import tr.kentatlas.api.exchange.agreement.Standing.State;
import tr.kentatlas.api.ops.jobs.Job;

/** A node that cannot look at the agreements any more answers partners for 45 seconds and then, well within a minute, nowhere. */
class StaleBookTest {
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.EPOCH);

    private static ExchangeCity city;
    private static Channels channels;

    @BeforeAll
    static void open() {
        NOW.set(Instant.now());
        InstantSource clock = NOW::get;
        city = new ExchangeCity(clock);
        channels = Channels.of(city);
    }

    @AfterAll
    static void close() {
        city.close();
    }

    @Test
    void whatNobodyCanCheckIsClosedOnEveryChannelUntilItCanBeCheckedAgain() throws Exception {
        Partnership suspended = city.partner(city.draft().sharing("bina", "zeminUstuKatSayisi"));
        Partnership going = city.partner(city.draft().sharing("bina", "zeminUstuKatSayisi"));
        channels.assertOpen(suspended);
        channels.assertOpen(going);
        blind(true);
        suspend(suspended);
        pass(Duration.ofSeconds(45));
        channels.assertOpen(going);
        pass(Duration.ofMillis(1));
        channels.assertClosed(suspended, 503, "cannot be checked");
        channels.assertClosed(going, 503, "cannot be checked");
        blind(false);
        for (Job job : city.jobs("agreements")) job.run();
        channels.assertClosed(suspended, 403, "is suspended");
        channels.assertOpen(going);
    }

    private static void pass(Duration time) {
        NOW.updateAndGet(now -> now.plus(time));
    }

    /** This node's desk does not see the agreements any more; everything else of the database is there. */
    private static void blind(boolean isBlind) {
        String change = isBlind
                ? "REVOKE SELECT ON exchange.change FROM kent_desk"
                : "GRANT SELECT ON exchange.change TO kent_desk";
        city.database().sql(change).update();
    }

    /** As another node does it. */
    private static void suspend(Partnership partner) {
        city.bean(Agreements.class).turn(partner.agreement().id(), State.SUSPENDED, "denetim", "test");
    }
}
