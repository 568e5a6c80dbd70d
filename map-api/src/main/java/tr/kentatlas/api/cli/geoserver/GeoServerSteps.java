package tr.kentatlas.api.cli.geoserver;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.access.audit.AuditEntry;
import tr.kentatlas.api.cli.city.CommandAudit;
import tr.kentatlas.api.cli.city.OpenCity;
import tr.kentatlas.api.cli.city.Workplace;
import tr.kentatlas.api.cli.instance.CityDatabase;
import tr.kentatlas.api.cli.instance.DatabaseUrl;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.api.thematic.geoserver.Discrepancy;
import tr.kentatlas.api.thematic.geoserver.GeoServerAddress;
import tr.kentatlas.api.thematic.geoserver.GeoServerTrouble;
import tr.kentatlas.api.thematic.geoserver.Plan;
import tr.kentatlas.api.thematic.geoserver.Provisioning;
import tr.kentatlas.api.thematic.geoserver.PublicStore;
import tr.kentatlas.api.thematic.saved.SavedMaps;

/** What {@code kent geoserver} does with one city. */
public final class GeoServerSteps {
    private static final String APPLY = "./kent geoserver apply";

    private final Workplace kent;
    private final String name;

    public GeoServerSteps(Workplace kent, String name) {
        this.kent = kent;
        this.name = name;
    }

    /** Exit code 0; nothing is written. */
    int plan() {
        Plan plan = run("plan", provisioning -> provisioning.plan(kent.progress()));
        if (plan.steps().isEmpty()) System.out.println("Nothing to do: GeoServer has release " + plan.release() + ".");
        print(plan);
        if (!plan.steps().isEmpty()) System.out.println(plan.steps().size() + " steps; do them with " + APPLY + ".");
        return 0;
    }

    int apply() {
        Plan done = run("apply", (database, provisioning) -> {
            Plan plan = provisioning.apply(kent.progress());
            AuditEntry deed = CommandAudit.entry("geoserver.apply", name);
            CommandAudit.record(
                    database.owner(),
                    deed.ofRelease(plan.release()).counting(plan.steps().size()));
            return plan;
        });
        print(done);
        System.out.println(
                done.steps().isEmpty()
                        ? "Nothing to do: GeoServer has release " + done.release() + "."
                        : done.steps().size() + " steps done: GeoServer draws release " + done.release() + ".");
        return 0;
    }

    /** Exit code 1 when something differs. */
    int verify() {
        List<Discrepancy> findings = run("verify", provisioning -> provisioning.verify(kent.progress()));
        findings.forEach(finding -> System.out.println("! " + finding.what() + "\n    → " + finding.mend()));
        System.out.println(
                findings.isEmpty()
                        ? "GeoServer is set up as it should be, and draws every layer."
                        : findings.size() + " findings.");
        return findings.isEmpty() ? 0 : 1;
    }

    /** An address that cannot be used is told before anything is started. */
    public static void check(Map<String, String> environment) {
        try {
            GeoServerAddress.in(environment::get);
        } catch (GeoServerTrouble e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
    }

    /** After a release is published: a GeoServer that cannot be reached does not undo that. Whether one was set up. */
    public boolean afterPublishing() {
        if (!kent.environment().containsKey("KENT_GEOSERVER_URL")) return false;
        try {
            apply();
            return true;
        } catch (UserError e) {
            System.out.println(e.getMessage());
            System.out.println("Maps are drawn without GeoServer until " + APPLY + " has run.");
            return false;
        }
    }

    /**
     * After a release is taken back.
     *
     * @param isUsed whether any GeoServer was set up with this city
     */
    public void afterRollback(boolean isUsed) {
        if (afterPublishing() || !isUsed) return;
        System.out.println(
                "What was withdrawn may still be in GeoServer: the running service takes it out where it has an account there; "
                        + APPLY + " does so anyway.");
    }

    private static void print(Plan plan) {
        plan.steps().forEach(step -> System.out.println(step.deed().sign() + " " + step.what()));
        plan.leftOut().forEach(left -> System.out.println("  drawn by the embedded engine only: " + left.en()));
    }

    private <T> T run(String command, Function<Provisioning, T> work) {
        return run(command, (database, provisioning) -> work.apply(provisioning));
    }

    private <T> T run(String command, BiFunction<CityDatabase, Provisioning, T> work) {
        try {
            GeoServerAddress address = address();
            return OpenCity.database(
                    kent,
                    "geoserver " + command,
                    name,
                    database -> work.apply(database, provisioning(address, database, kent.environment())));
        } catch (GeoServerTrouble e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
    }

    private GeoServerAddress address() {
        return GeoServerAddress.in(kent.environment()::get)
                .orElseThrow(() -> new UserError("No GeoServer is configured: set KENT_GEOSERVER_URL"
                        + " (http://host:8080/geoserver), KENT_GEOSERVER_USER and KENT_GEOSERVER_PASSWORD."));
    }

    /** For a city that is served: what is published at its desk reaches GeoServer by itself; nothing where no account for it is configured. */
    public static Optional<Provisioning> beside(Map<String, String> environment, CityDatabase database) {
        return GeoServerAddress.in(environment::get)
                .filter(address -> !address.user().isEmpty())
                .map(address -> provisioning(address, database, environment));
    }

    private static Provisioning provisioning(
            GeoServerAddress address, CityDatabase database, Map<String, String> environment) {
        DatabaseUrl open = database.beforePublicWall();
        PublicStore store = PublicStore.of(open.jdbcUrl(), open.user(), open.password(), environment::get);
        return new Provisioning(
                address, store, database.owner(), SavedMaps.published(JdbcClient.create(database.owner())));
    }
}
