package tr.kentatlas.api.access.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.Desk;

/**
 * Counts attempts to sign in before the password is looked at, so that many at once count too, and locks for a quarter of an hour: an
 * address whatever the account after 50 failures, an account from one address after 5, an account from anywhere after 20. What is refused
 * counts for their address, which is counted before all else, but not for the account, so that nobody locks one for others from one place. On
 * every node.
 */
@Component
final class LockOut {
    static final Duration LOCKED = Duration.ofMinutes(15);

    private static final String COUNT = """
            INSERT INTO access.sign_in_failure AS f (subject, failures, last_at) VALUES (:subject, 1, now())
            ON CONFLICT (subject) DO UPDATE SET
                failures = CASE WHEN f.locked_until > now() THEN f.failures
                                WHEN f.locked_until IS NOT NULL OR f.last_at < now() - :box ::interval THEN 1
                                ELSE f.failures + 1 END,
                locked_until = CASE WHEN f.locked_until > now() THEN f.locked_until
                                    WHEN f.locked_until IS NOT NULL OR f.last_at < now() - :box ::interval THEN NULL
                                    WHEN f.failures >= :limit THEN now() + :box ::interval END,
                last_at = now()
            RETURNING locked_until
            """;
    private static final String LOCK = "UPDATE access.sign_in_failure SET locked_until = now() + :box ::interval"
            + " WHERE subject = :subject AND failures >= :limit AND locked_until IS NULL RETURNING locked_until";

    private final JdbcClient desk;

    LockOut(@Desk JdbcClient desk) {
        this.desk = desk;
    }

    private record Subject(String key, int limit) {}

    /** Counts an attempt; tells until when it is refused, if it is. */
    Optional<Instant> attempt(String account, String address) {
        return locks(COUNT, account, address).findFirst();
    }

    /** The attempt counted last was wrong: tells until when there is no other, if this was one too many. */
    Optional<Instant> failed(String account, String address) {
        return locks(LOCK, account, address).max(Instant::compareTo);
    }

    /** The attempt counted last was right: it is not held against the account or the address. */
    void succeeded(String account, String address) {
        List<Subject> subjects = subjects(account, address);
        desk.sql("DELETE FROM access.sign_in_failure WHERE subject IN (?, ?)")
                .params(subjects.get(1).key(), subjects.get(2).key())
                .update();
        desk.sql("UPDATE access.sign_in_failure SET failures = failures - 1 WHERE subject = ? AND failures > 0")
                .param(subjects.get(0).key())
                .update();
    }

    /** Opens an account again, from everywhere. */
    static void open(JdbcClient jdbc, String account) {
        jdbc.sql("DELETE FROM access.sign_in_failure WHERE subject = ? OR starts_with(subject, ?)")
                .params("account " + account, "both " + account + " ")
                .update();
    }

    /** Forgets what counts no more. */
    int purge() {
        return desk.sql("DELETE FROM access.sign_in_failure WHERE last_at < now() - interval '1 day'")
                .update();
    }

    /** One after the other, as they are asked for: behind the first lock that is found nothing is counted. */
    private Stream<Instant> locks(String sql, String account, String address) {
        return subjects(account, address).stream()
                .map(subject -> run(sql, subject))
                .flatMap(Optional::stream);
    }

    private Optional<Instant> run(String sql, Subject subject) {
        return desk.sql(sql)
                .param("subject", subject.key())
                .param("limit", subject.limit())
                .param("box", LOCKED.toSeconds() + " seconds")
                .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .optional()
                .flatMap(until -> until)
                .map(OffsetDateTime::toInstant);
    }

    private static List<Subject> subjects(String account, String address) {
        return List.of(
                new Subject("address " + address, 50),
                new Subject("both " + account + " " + address, 5),
                new Subject("account " + account, 20));
    }
}
