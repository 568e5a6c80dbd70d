package tr.kentatlas.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import tr.kentatlas.api.access.key.KeyText;
import tr.kentatlas.api.access.key.Keys;
import tr.kentatlas.api.exchange.ExchangeCity.Partnership;
import tr.kentatlas.api.exchange.agreement.Agreements;
import tr.kentatlas.api.exchange.agreement.Draft;
import tr.kentatlas.api.exchange.agreement.Standing.State;
import tr.kentatlas.api.exchange.agreement.TermsReader;
import tr.kentatlas.api.ops.jobs.Job;

/** An agreement that another node, or the command line, closes is closed on every channel of this one within a minute. */
class ClosingTest {
    /** RFC 9110 5.6.7: two digits for a day, which RFC_1123_DATE_TIME does not write. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT);

    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final ExchangeCity CITY = ExchangeCity.shared();
    private static final Channels CHANNELS = Channels.of(CITY);

    private static Draft floors() {
        return CITY.draft().sharing("bina", "zeminUstuKatSayisi");
    }

    /** As another process does it: by the database alone. */
    private static Agreements elsewhere() {
        return CITY.bean(Agreements.class);
    }

    @Test
    void suspended() {
        Partnership partner = used(floors());
        elsewhere().turn(partner.agreement().id(), State.SUSPENDED, "denetim", "test");
        assertCloses(partner, 403, "is suspended (denetim)");
    }

    @Test
    void revoked() {
        Partnership partner = used(floors());
        elsewhere().turn(partner.agreement().id(), State.REVOKED, "feshedildi", "test");
        assertCloses(partner, 403, "is revoked (feshedildi)");
    }

    @Test
    void expired() {
        Draft draft = floors();
        Partnership partner = used(draft);
        draft.with("from", "2025-01-01").with("until", "2025-12-31");
        elsewhere()
                .amend(
                        partner.agreement().id(),
                        partner.agreement().version(),
                        TermsReader.read(draft.json(), CITY.edition().current()),
                        "test");
        assertCloses(partner, 403, "ended on 2025-12-31");
        for (var job : CITY.jobs("agreements-calendar")) run(job);
        assertThat(elsewhere().history(partner.agreement().id()))
                .extracting(Agreements.Turn::state)
                .containsExactly(State.DRAFT, State.ACTIVE, State.EXPIRED);
    }

    /** Every key of these tests ends in thirty days. */
    @Test
    void programsAreToldBeforeItWhenAnAgreementOrAKeyEnds() {
        LocalDate last = LocalDate.now(ZoneId.of("Europe/Istanbul")).plusDays(9);
        Instant end =
                last.plusDays(1).atStartOfDay(ZoneId.of("Europe/Istanbul")).toInstant();
        var soon = CITY.get(
                "/ogc/collections",
                CITY.partner(floors().with("until", last.toString())).header());
        assertThat(soon.headers().firstValue("Sunset")).hasValue(HTTP_DATE.format(end.atOffset(ZoneOffset.UTC)));
        assertThat(soon.headers().allValues("Link")).contains("</exchange>; rel=\"sunset\"");
        String key = CITY.get("/exchange", CITY.partner(floors()).header())
                .headers()
                .firstValue("Sunset")
                .orElseThrow();
        assertThat(ZonedDateTime.parse(key, HTTP_DATE.withZone(ZoneOffset.UTC)).toInstant())
                .isAfter(end)
                .isBefore(end.plus(Duration.ofDays(21)));
        assertThat(CITY.get("/ogc/collections").headers().firstValue("Sunset")).isEmpty();
    }

    @Test
    void itsKeyRevoked() {
        Partnership partner = used(floors());
        String prefix = KeyText.parse(partner.key()).orElseThrow().prefix();
        CITY.bean(Keys.class).revoke(partner.agreement().id(), prefix, "test");
        assertCloses(partner, 401, "was revoked on");
    }

    /** Every channel has answered, so whatever is kept of its answers is kept. */
    private static Partnership used(Draft draft) {
        Partnership partner = CITY.partner(draft);
        CHANNELS.assertOpen(partner);
        return partner;
    }

    private static void assertCloses(Partnership partner, int status, String reason) {
        Instant end = Instant.now().plus(WITHIN);
        for (String channel : CHANNELS.addresses()) {
            HttpResponse<String> answer = CHANNELS.get(channel, partner);
            while (answer.statusCode() != status && Instant.now().isBefore(end)) {
                LockSupport.parkNanos(100_000_000);
                answer = CHANNELS.get(channel, partner);
            }
            assertThat(answer.statusCode()).as(channel).isEqualTo(status);
            assertThat(answer.body()).as(channel).contains(reason);
        }
    }

    private static void run(Job job) {
        try {
            job.run();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
