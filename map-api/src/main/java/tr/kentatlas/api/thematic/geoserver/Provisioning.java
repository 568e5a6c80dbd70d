package tr.kentatlas.api.thematic.geoserver;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.api.thematic.PublishedMaps;
import tr.kentatlas.spatial.delivery.MapViews;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.Editions;
import tr.kentatlas.spatial.release.Releases;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.sql.JobLock;

/**
 * Sets up in GeoServer what visitors see of the release that is served: workspace {@code r<n>}, a store before the public wall, a layer
 * and a style for each public type and each published thematic map, one layer group. Each run compares first, so that one that was
 * stopped half way is gone on with, and one with nothing to do does nothing.
 */
public final class Provisioning {
    private static final String JOB = "geoserver.job";
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final DataSource owner;
    private final GeoServerAddress address;
    private final PublicStore store;
    private final RestCalls rest;
    private final MapViews views;
    private final Ledger ledger;
    private final Wants wants;

    /**
     * @param owner the city's database as the owner of its tables
     * @param maps the published thematic maps
     */
    public Provisioning(GeoServerAddress address, PublicStore store, DataSource owner, PublishedMaps maps) {
        this.owner = owner;
        this.address = address;
        this.store = store;
        this.rest = new RestCalls(address);
        this.views = new MapViews(owner);
        this.ledger = new Ledger(JdbcClient.create(owner), address);
        this.wants = new Wants(owner, maps, views);
    }

    /** What {@link #apply} would do; nothing is changed. */
    public Plan plan(Progress progress) {
        requireUsable();
        return plan(wanted(progress));
    }

    /**
     * Does what the plan says, and tells it; waits for anybody else who is at it.
     *
     * @throws GeoServerTrouble at the first step that fails; the steps done stay done
     */
    public Plan apply(Progress progress) {
        requireUsable();
        new Hardening(address).requireOwnPassword();
        return alone(progress, () -> {
            Plan plan = plan(wanted(progress));
            ledger.takeBack(plan.release(), plan.touched());
            try (Progress.Step bar = progress.begin("GeoServer", plan.steps().size())) {
                long done = 0;
                for (Plan.Step step : plan.steps()) {
                    step.work().run();
                    bar.at(++done);
                }
                bar.done();
            }
            return plan;
        });
    }

    /** Reads everything back, draws each layer, and tells what differs; nothing is changed. */
    public List<Discrepancy> verify(Progress progress) {
        requireUsable();
        Wanted wanted = wanted(progress);
        Plan plan = plan(wanted);
        return new Verifier(address, rest, owner).verify(wanted, plan, progress);
    }

    private Plan plan(Wanted wanted) {
        return new Planner(rest, views, ledger, store, kept(wanted)).plan(wanted);
    }

    /** The release that is served and the one that led to it, whose last readers may still draw. */
    private Set<Long> kept(Wanted wanted) {
        Set<Long> kept = new HashSet<>(Set.of(wanted.edition().release()));
        new Releases(JdbcClient.create(owner)).earlier().ifPresent(kept::add);
        return kept;
    }

    private Wanted wanted(Progress progress) {
        JdbcClient jdbc = JdbcClient.create(owner);
        long release = new Releases(jdbc)
                .current()
                .orElseThrow(() -> new GeoServerTrouble(Wording.of("geoserver.nothing-published")));
        Edition edition = new Editions(jdbc).find(release).orElseThrow();
        return wants.of(edition, progress);
    }

    /** That this is a GeoServer, and that the account may use its REST interface. */
    private void requireUsable() {
        if (address.isShipped()) throw Hardening.shippedPassword();
        JsonNode about = rest.get(Wording.of("geoserver.asked.version"), "/rest/about/version.json")
                .json()
                .path("about");
        boolean isGeoServer = RestJson.list(about.path("resource")).stream()
                .anyMatch(one -> RestJson.text(one.path("@name")).equals("GeoServer"));
        if (!isGeoServer) throw new GeoServerTrouble(Wording.of("geoserver.no-geoserver", address.url()));
    }

    private <T> T alone(Progress progress, Supplier<T> work) {
        Optional<T> done = JobLock.with(owner, JOB, work::get);
        while (done.isEmpty()) {
            progress.step("Waiting for another set-up of GeoServer", this::awaitTheOther);
            done = JobLock.with(owner, JOB, work::get);
        }
        return done.get();
    }

    private void awaitTheOther() {
        if (!JobLock.endsWithin(owner, JOB, LONGEST_WAIT)) throw new GeoServerTrouble(Wording.of("geoserver.another"));
    }
}
