package tr.kentatlas.api.exchange.meter;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.Desk;
import tr.kentatlas.api.exchange.agreement.Agreement;
import tr.kentatlas.api.ops.jobs.Job;
import tr.kentatlas.spatial.feature.time.CityTime;

/** The allowances of all agreements on this node, brought together with those of the other nodes every second. */
@Component
public final class Meters implements Job {
    private static final Duration TOGETHER = Duration.ofSeconds(1);

    private final JdbcClient desk;
    private final Map<Long, Bucket> buckets = new ConcurrentHashMap<>();

    Meters(@Desk JdbcClient desk) {
        this.desk = desk;
    }

    /** Takes one request off an agreement's allowance, if there is one. */
    public Allowance take(Agreement agreement, Instant now) {
        return bucket(agreement, now).take(agreement.terms().limits(), now);
    }

    /** What another one began meanwhile counts. */
    private Bucket bucket(Agreement agreement, Instant now) {
        Bucket known = buckets.get(agreement.id());
        if (known != null) return known;
        Bucket begun = begin(agreement, now);
        Bucket meanwhile = buckets.putIfAbsent(agreement.id(), begun);
        return meanwhile == null ? begun : meanwhile;
    }

    /** Requests granted in the month of a moment by all nodes, as far as this one knows. */
    public long spent(long agreement, Instant now) {
        Bucket own = buckets.get(agreement);
        return own == null ? told(agreement, month(now)) : own.spent(now);
    }

    private static YearMonth month(Instant now) {
        return YearMonth.from(now.atZone(CityTime.ZONE));
    }

    private long told(long agreement, YearMonth month) {
        return desk.sql("SELECT coalesce(sum(requests), 0) FROM exchange.meter WHERE agreement_id = ? AND month = ?")
                .params(agreement, month.atDay(1))
                .query(Long.class)
                .single();
    }

    @Override
    public String name() {
        return "partner-meters";
    }

    @Override
    public Duration rest() {
        return TOGETHER;
    }

    @Override
    public void run() {
        Instant now = Instant.now();
        buckets.forEach((agreement, bucket) -> reconcile(agreement, bucket, now));
    }

    private Bucket begin(Agreement agreement, Instant now) {
        Bucket bucket = new Bucket(agreement.terms().limits(), now);
        bucket.begin(month(now), told(agreement.id(), month(now)));
        return bucket;
    }

    private void reconcile(long agreement, Bucket bucket, Instant now) {
        Bucket.Untold untold = bucket.untold(now);
        try {
            bucket.reconcile(untold.month(), tell(agreement, untold));
        } catch (RuntimeException e) {
            bucket.takeBack(untold);
            throw e;
        }
    }

    /** Where there is nothing to tell, what the others granted is only read. */
    private long tell(long agreement, Bucket.Untold untold) {
        if (untold.requests() == 0) return told(agreement, untold.month());
        return desk.sql("""
                        INSERT INTO exchange.meter AS m (agreement_id, month, requests) VALUES (?, ?, ?)
                        ON CONFLICT (agreement_id, month) DO UPDATE SET requests = m.requests + excluded.requests
                        RETURNING requests
                        """)
                .params(agreement, untold.month().atDay(1), untold.requests())
                .query(Long.class)
                .single();
    }
}
