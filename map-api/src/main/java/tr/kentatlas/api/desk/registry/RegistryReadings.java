package tr.kentatlas.api.desk.registry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.ops.Variables;
import tr.kentatlas.api.ops.jobs.Job;
import tr.kentatlas.api.registry.RegistrySettings;
import tr.kentatlas.registry.AddressSync;
import tr.kentatlas.registry.AddressSync.Reading;
import tr.kentatlas.spatial.feature.time.CityTime;

/**
 * Readings that nobody orders: of what changed, at night, where the operator says when; and of the neighbourhoods of what was sent, once
 * the registry can show it. An hour after its time the night's reading is left to the next.
 */
@Component
class RegistryReadings implements Job {
    private static final String BY = "kent";
    private static final Duration LATE = Duration.ofHours(1);
    /** A registry that is away, or does not show what was sent, is asked again after so long. */
    private static final Duration AGAIN = Duration.ofMinutes(30);

    private final RegistryRun runs;
    private final Optional<LocalTime> at;
    private final Clock clock;
    private final Retries<List<Long>> afterSending = new Retries<>(AGAIN);
    private @Nullable LocalDate last;

    @Autowired
    RegistryReadings(RegistryRun runs, Environment environment) {
        this(runs, RegistrySettings.readAt(Variables.in(environment)), Clock.system(CityTime.ZONE));
    }

    RegistryReadings(RegistryRun runs, Optional<LocalTime> at, Clock clock) {
        this.runs = runs;
        this.at = at;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "registry-readings";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void run() {
        if (!runs.isConfigured() || runs.isBusy()) return;
        ZonedDateTime now = ZonedDateTime.now(clock);
        Optional<LocalDate> due = at.flatMap(time -> due(time, now));
        if (due.isPresent()) {
            if (runs.readIfIdle(List.of(), Reading.CHANGED, BY)) last = due.get();
        } else {
            readBack(runs.sync().outbox().unread(AddressSync.SETTLE), now.toInstant());
        }
    }

    /** Whole: what never arrived is no change, and yet must be missed. */
    private void readBack(List<Long> sent, Instant now) {
        if (sent.isEmpty() || !afterSending.isDue(sent, now)) return;
        if (runs.readIfIdle(sent, Reading.WHOLE, BY)) afterSending.tried(sent, now);
    }

    /** The day whose reading is due; its hour may end after midnight. */
    private Optional<LocalDate> due(LocalTime time, ZonedDateTime now) {
        ZonedDateTime today = now.with(time);
        ZonedDateTime begun = today.isAfter(now) ? today.minusDays(1) : today;
        boolean isLate = Duration.between(begun, now).compareTo(LATE) >= 0;
        return Optional.of(begun.toLocalDate()).filter(day -> !isLate && !day.equals(last));
    }
}
