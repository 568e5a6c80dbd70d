package tr.kentatlas.api.exchange.meter;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
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
    private static final String TELL = """
            WITH own AS (SELECT * FROM unnest(?::bigint[], ?::date[], ?::bigint[]) AS t(agreement_id, month, requests)),
                 told AS (
                     INSERT INTO exchange.meter AS m (agreement_id, month, requests)
                     SELECT own.agreement_id, own.month, own.requests
                       FROM own JOIN exchange.agreement USING (agreement_id) WHERE own.requests > 0 ORDER BY own.agreement_id
                     ON CONFLICT (agreement_id, month) DO UPDATE SET requests = m.requests + excluded.requests
                     RETURNING m.agreement_id, m.requests)
            SELECT agreement_id, requests FROM told
             UNION ALL
            SELECT own.agreement_id, coalesce(m.requests, 0)
              FROM own LEFT JOIN exchange.meter m USING (agreement_id, month) WHERE own.requests = 0
            """;

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

    /** All of them in one statement: there may be many, and most of the time they have nothing to tell. */
    @Override
    public void run() {
        Instant now = Instant.now();
        Map<Long, Bucket.Untold> untold = new TreeMap<>();
        buckets.forEach((agreement, bucket) -> untold.put(agreement, bucket.untold(now)));
        if (!untold.isEmpty()) reconcile(untold);
    }

    private Bucket begin(Agreement agreement, Instant now) {
        Bucket bucket = new Bucket(agreement.terms().limits(), now);
        bucket.begin(month(now), told(agreement.id(), month(now)));
        return bucket;
    }

    /** What was not taken, as of an agreement that is not there, is told the next time. */
    private void reconcile(Map<Long, Bucket.Untold> untold) {
        Map<Long, Long> totals = new HashMap<>();
        try {
            totals.putAll(tell(untold));
        } finally {
            untold.forEach((agreement, one) -> reconcile(bucket(agreement), one, totals.get(agreement)));
        }
    }

    private static void reconcile(Bucket bucket, Bucket.Untold untold, @Nullable Long total) {
        if (total == null) bucket.takeBack(untold);
        else bucket.reconcile(untold.month(), total);
    }

    private Bucket bucket(long agreement) {
        return Objects.requireNonNull(buckets.get(agreement));
    }

    /** What all nodes granted. Where there is nothing to tell, what the others did is only read. */
    private Map<Long, Long> tell(Map<Long, Bucket.Untold> untold) {
        Map<Long, Long> totals = new HashMap<>();
        Long[] agreements = untold.keySet().toArray(Long[]::new);
        String[] months = untold.values().stream()
                .map(one -> one.month().atDay(1).toString())
                .toArray(String[]::new);
        Long[] requests = untold.values().stream().map(Bucket.Untold::requests).toArray(Long[]::new);
        desk.sql(TELL).params(agreements, months, requests).query(row -> {
            totals.put(row.getLong("agreement_id"), row.getLong("requests"));
        });
        return totals;
    }
}
