package tr.kentatlas.api.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.Desk;
import tr.kentatlas.api.access.key.KeptKey;
import tr.kentatlas.api.access.key.Keys;
import tr.kentatlas.api.exchange.agreement.Agreement;
import tr.kentatlas.api.exchange.agreement.Agreements;
import tr.kentatlas.api.ops.jobs.Job;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;

/**
 * Keeps this node's {@link Book} new: it looks every second, and a book nobody could renew for three quarters of a minute opens nothing
 * any more. So a suspended or revoked agreement is closed everywhere within a minute, whatever happens to the database.
 */
@Component
public final class BookKeeper implements Job {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration TOO_OLD = Duration.ofSeconds(45);

    private final JdbcClient desk;
    private final Agreements agreements;
    private final Keys keys;
    private final InstantSource clock;
    /** No monitor: in one, a virtual thread that waits for the database keeps its processor before Java 24. */
    private final Lock looking = new ReentrantLock();

    private volatile @Nullable Book book;

    /** @param clock the system's, where no other one is given */
    BookKeeper(@Desk JdbcClient desk, Agreements agreements, Keys keys, ObjectProvider<InstantSource> clock) {
        this.clock = clock.getIfAvailable(InstantSource::system);
        this.desk = desk;
        this.agreements = agreements;
        this.keys = keys;
    }

    @Override
    public String name() {
        return "agreements";
    }

    @Override
    public Duration rest() {
        return LOOK;
    }

    @Override
    public void run() {
        look();
    }

    /** The book as it is known now. */
    Book book() {
        Book known = book;
        if (known == null) return look();
        if (Duration.between(known.readAt(), clock.instant()).compareTo(TOO_OLD) > 0) {
            throw Problem.unavailable(Wording.of("service.agreements"));
        }
        return known;
    }

    /** What this node itself changed holds at once. */
    public void renew() {
        look();
    }

    private Book look() {
        looking.lock();
        try {
            return looked(clock.instant());
        } finally {
            looking.unlock();
        }
    }

    private Book looked(Instant now) {
        long changeNo = desk.sql("SELECT change_no FROM exchange.change")
                .query(Long.class)
                .single();
        Book known = book;
        Book next = known != null && known.changeNo() == changeNo ? known.knownAt(now) : read(changeNo, now, known);
        book = next;
        return next;
    }

    /** The number was read before the content: what changes in between is read again. */
    private Book read(long changeNo, Instant now, @Nullable Book before) {
        Map<Long, Book.Entry> all = agreements.list().stream()
                .collect(Collectors.toMap(Agreement::id, agreement -> entry(agreement, before)));
        Map<String, KeptKey> byPrefix =
                keys.list().stream().collect(Collectors.toMap(KeptKey::prefix, Function.identity()));
        return new Book(changeNo, now, all, byPrefix);
    }

    private static Book.Entry entry(Agreement agreement, @Nullable Book before) {
        Book.Entry known = before == null ? null : before.agreements().get(agreement.id());
        boolean same = known != null && known.agreement().version() == agreement.version();
        return new Book.Entry(
                agreement,
                same ? Objects.requireNonNull(known).grant() : agreement.terms().grant());
    }
}
