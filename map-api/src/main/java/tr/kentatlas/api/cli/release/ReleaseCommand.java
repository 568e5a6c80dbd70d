package tr.kentatlas.api.cli.release;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tr.kentatlas.api.access.audit.AuditEntry;
import tr.kentatlas.api.cli.city.CityAndPerson;
import tr.kentatlas.api.cli.city.CityParts;
import tr.kentatlas.api.cli.city.CommandAudit;
import tr.kentatlas.api.cli.city.OpenCity;
import tr.kentatlas.api.cli.city.Workplace;
import tr.kentatlas.api.cli.geoserver.GeoServerSteps;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.api.thematic.geoserver.Ledger;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.Approved;
import tr.kentatlas.spatial.release.Decision;
import tr.kentatlas.spatial.release.Drafted;
import tr.kentatlas.spatial.release.Publisher;
import tr.kentatlas.spatial.release.Release;
import tr.kentatlas.spatial.release.ReleaseCheck.Outcome;
import tr.kentatlas.spatial.release.ReleaseCheck.Severity;
import tr.kentatlas.spatial.release.ReleaseRefused;
import tr.kentatlas.spatial.release.Releases;
import tr.kentatlas.spatial.release.Replacing;

/** {@code kent release}: from working data to what is served, step by step. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Draft, check, approve, publish, roll back and list releases.")
public final class ReleaseCommand {
    @ParentCommand
    private Workplace kent;

    @Mixin
    private final CityAndPerson who = new CityAndPerson();

    @Command(
            mixinStandardHelpOptions = true,
            description = "Freeze the working data into a new draft, in place of an earlier one that is not approved.")
    int draft(
            @Option(
                            names = "--theme",
                            paramLabel = "THEME",
                            description = "Only these themes; the others stay as served.")
                    @Nullable
                    List<String> themes,
            @Option(names = "--note", description = "What this release is for.") @Nullable String note,
            @Option(names = "--replace", description = "Also a draft that is approved and not published.")
                    boolean replaces) {
        Replacing replacing = replaces ? Replacing.ANY : Replacing.UNAPPROVED;
        Drafted drafted = run(
                "draft",
                house -> witnessed(house, "draft", deed -> themes(deed, all(themes)))
                        .draft(all(themes), who.person(), note, replacing, progress()));
        Release draft = drafted.release();
        drafted.replaced().map(earlier -> DraftWords.replaced(earlier, draft)).ifPresent(System.out::println);
        System.out.println("Draft " + draft.number() + ":");
        draft.snapshots()
                .forEach(s -> System.out.printf(
                        Locale.ROOT,
                        "  %-16s %,12d rows  %s%n",
                        s.theme(),
                        s.rowCounts().values().stream()
                                .mapToLong(Long::longValue)
                                .sum(),
                        s.contentHash().substring(0, 12)));
        return 0;
    }

    @Command(mixinStandardHelpOptions = true, description = "Run the rules on the draft and measure how full it is.")
    int check(
            @Option(names = "--geojson", paramLabel = "FILE", description = "Write the findings with their places.")
                    @Nullable
                    Path geoJson,
            @Option(names = "--fill-rate", description = "Show every attribute's fill rate.") boolean fillRate) {
        return run("check", house -> {
            List<Outcome> outcomes = witnessed(
                            house, "check", deed -> geoJson == null ? deed : deed.with("geojson", geoJson.toString()))
                    .check(progress());
            CheckWords words = new CheckWords(
                    house,
                    new Releases(JdbcClient.create(house.owner())).draft().orElseThrow());
            words.outcomes(outcomes);
            words.fillRate(fillRate);
            if (geoJson != null) words.write(geoJson);
            return outcomes.stream().anyMatch(o -> o.severity() == Severity.BLOCKER && o.found() > 0) ? 1 : 0;
        });
    }

    @Command(mixinStandardHelpOptions = true, description = "Answer for the errors a rule found.")
    int accept(
            @Parameters(paramLabel = "RULE") String rule,
            @Option(names = "--reason", required = true, description = "Why they may stay.") String reason) {
        return done(
                "accept",
                house -> witnessed(
                                house, "accept", deed -> deed.with("rule", rule).with("reason", reason))
                        .accept(rule, reason, who.person()),
                "Accepted " + rule + ".");
    }

    @Command(mixinStandardHelpOptions = true, description = "Approve the draft by a decision.")
    int approve(
            @Option(names = "--theme", paramLabel = "THEME", description = "Only these themes.") @Nullable
                    List<String> themes,
            @Option(names = "--body", required = true, description = "council, directorate or operational")
                    Approval body,
            @Option(names = "--number", required = true, description = "Number of the decision.") String number,
            @Option(names = "--date", required = true, description = "Its date, like 2026-11-03.") LocalDate date) {
        List<Approved> approvals = run("approve", house -> {
            Decision decision = new Decision(body, number, date, who.person());
            return witnessed(
                            house,
                            "approve",
                            deed -> themes(deed.with("decision", body + " " + number + " " + date), all(themes)))
                    .approve(all(themes), decision);
        });
        ApprovalWords.lines(approvals).forEach(System.out::println);
        return 0;
    }

    @Command(mixinStandardHelpOptions = true, description = "Publish the approved draft.")
    int publish(
            @Option(names = "--allow-loss", paramLabel = "REASON", description = "Why many rows may go.") @Nullable
                    String reason) {
        Release release = run(
                "publish",
                house -> witnessed(house, "publish", deed -> reason == null ? deed : deed.with("allowLoss", reason))
                        .publish(who.person(), reason, progress()));
        System.out.println("Release " + release.number() + " is served.");
        geoServer().afterPublishing();
        return 0;
    }

    @Command(mixinStandardHelpOptions = true, description = "Serve an earlier release again.")
    int rollback(
            @Parameters(paramLabel = "NUMBER", arity = "0..1", description = "Default: the one this one followed.")
                    @Nullable
                    Long number,
            @Option(names = "--reason", required = true, description = "Why.") String reason) {
        Back back = run("rollback", house -> {
            Release release = witnessed(house, "rollback", deed -> deed.with("reason", reason))
                    .rollback(number, who.person(), reason);
            return new Back(release, Ledger.isUsed(JdbcClient.create(house.owner())));
        });
        System.out.println("Release " + back.release().number() + " is served again.");
        geoServer().afterRollback(back.hasGeoServer());
        return 0;
    }

    private record Back(Release release, boolean hasGeoServer) {}

    @Command(
            mixinStandardHelpOptions = true,
            description = "List releases; * is served, a withdrawn one is read by staff only.")
    int list() {
        run("list", house -> {
            Releases releases = new Releases(JdbcClient.create(house.owner()));
            long current = releases.current().orElse(-1);
            Set<Long> withdrawn = releases.withdrawn();
            releases.list()
                    .forEach(r -> System.out.printf(
                            "%s %3d %-9s %s %s%n",
                            r.number() == current ? "*" : " ",
                            r.number(),
                            withdrawn.contains(r.number())
                                    ? "withdrawn"
                                    : r.state().word(),
                            r.publishedAt() == null ? r.createdAt() : r.publishedAt(),
                            r.note() == null ? "" : r.note()));
            return 0;
        });
        return 0;
    }

    private int done(String command, Consumer<CityParts> work, String message) {
        run(command, house -> {
            work.accept(house);
            return 0;
        });
        System.out.println(message);
        return 0;
    }

    /** What is done is in the audit before it stands, with what more there is to say of it. */
    private Publisher witnessed(CityParts house, String step, UnaryOperator<AuditEntry> more) {
        return house.publisher().witnessed(release -> {
            String number = Long.toString(release.number());
            AuditEntry deed = CommandAudit.entry(who.person(), "release." + step, number);
            CommandAudit.record(house.owner(), more.apply(deed.ofRelease(release.number())));
        });
    }

    private static AuditEntry themes(AuditEntry deed, List<String> themes) {
        return themes.isEmpty() ? deed : deed.with("themes", String.join(" ", themes));
    }

    private GeoServerSteps geoServer() {
        return new GeoServerSteps(kent, who.name(kent));
    }

    private <T> T run(String command, Function<CityParts, T> work) {
        try {
            return OpenCity.with(kent, "release " + command, who.name(kent), work);
        } catch (ReleaseRefused e) {
            throw new UserError(RefusedWords.of(e), e);
        }
    }

    private Progress progress() {
        return kent.progress();
    }

    private static List<String> all(@Nullable List<String> themes) {
        return themes == null ? List.of() : themes;
    }
}
