package tr.kentatlas.api.cli.registry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.access.audit.AuditEntry;
import tr.kentatlas.api.cli.city.CityParts;
import tr.kentatlas.api.cli.city.CommandAudit;
import tr.kentatlas.api.cli.city.OpenCity;
import tr.kentatlas.api.cli.city.Workplace;
import tr.kentatlas.api.cli.instance.Instance;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.api.problem.Words;
import tr.kentatlas.api.registry.RegistrySettings;
import tr.kentatlas.api.registry.RegistryWordings;
import tr.kentatlas.api.registry.WorklistCsv;
import tr.kentatlas.registry.AddressSync;
import tr.kentatlas.registry.AddressSync.Reading;
import tr.kentatlas.registry.conflict.Conflict;
import tr.kentatlas.registry.conflict.Conflicts;
import tr.kentatlas.registry.conflict.Verdict;
import tr.kentatlas.registry.conflict.VerdictRefused;
import tr.kentatlas.registry.file.FileRegistry;
import tr.kentatlas.registry.maks.MaksRegistry;
import tr.kentatlas.registry.match.Compare;
import tr.kentatlas.registry.port.RegistryReadPort;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.pull.HeldReading;
import tr.kentatlas.registry.pull.NotHeld;
import tr.kentatlas.registry.pull.PullResult;
import tr.kentatlas.registry.push.MessageState;
import tr.kentatlas.registry.push.OutboxEntry;
import tr.kentatlas.registry.push.PushReport;
import tr.kentatlas.registry.store.RegistryBusy;
import tr.kentatlas.registry.worklist.Worklist.Row;

/** The steps of the synchronisation for one city, told in lines on the terminal. */
public record RegistrySteps(Workplace kent, String name, String person) {

    /** @param export the folder to read from; null for the service */
    int pull(@Nullable Path export, List<Long> codes, Reading reading) {
        return with("pull", (house, sync) -> {
            KnownPlaces.require(codes, sync.neighbourhoods());
            AuditEntry deed = deed("pull", codes.isEmpty() ? "city" : codes.toString());
            record(house, export == null ? deed : deed.with("from", export.toString()));
            List<PullResult> results = sync.pull(
                    source(export),
                    sync.codes(codes),
                    reading,
                    person,
                    result -> System.out.println(PullLine.of(result)),
                    () -> false);
            boolean whole = results.stream()
                    .allMatch(r -> r instanceof PullResult.Complete || r instanceof PullResult.Unchanged);
            return whole ? 0 : 1;
        });
    }

    int allow(long neighbourhood, String reason) {
        AuditEntry deed = deed("allow", "neighbourhood:" + neighbourhood).with("reason", reason);
        return with("allow", (house, sync) -> {
            try {
                HeldReading held = held(sync, neighbourhood);
                PullResult taken =
                        sync.held().allow(neighbourhood, held.startedAt(), person, reason, () -> record(house, deed));
                System.out.println(PullLine.of(taken));
            } catch (NotHeld e) {
                throw new UserError(told(RegistryWordings.of(e)), e);
            }
            return 0;
        });
    }

    int held(long neighbourhood) {
        return with("held", (house, sync) -> {
            HeldReading held = held(sync, neighbourhood);
            recordReading(house, "held:" + neighbourhood, held.rows().size());
            held.losses()
                    .forEach(l -> System.out.printf(
                            Locale.ROOT,
                            "%-9s %,d of %,d would end%n",
                            l.level().word(),
                            l.retiring(),
                            l.active()));
            held.rows()
                    .forEach(row -> System.out.printf(
                            Locale.ROOT,
                            "  %-9s %d  %s%n",
                            row.level().word(),
                            row.code(),
                            Stream.of(row.street(), row.label())
                                    .filter(Objects::nonNull)
                                    .collect(Collectors.joining(" "))));
            return 0;
        });
    }

    private static HeldReading held(AddressSync sync, long neighbourhood) {
        KnownPlaces.require(List.of(neighbourhood), sync.neighbourhoods());
        return sync.held()
                .find(neighbourhood)
                .orElseThrow(() -> new UserError("No reading of neighbourhood " + neighbourhood + " is held back."));
    }

    private static String told(Wording wording) {
        return Words.ofFiles().tell(wording, Locale.ENGLISH);
    }

    int compare() {
        return with("compare", (house, sync) -> {
            record(house, deed("compare", "city"));
            Compare.Report report = sync.compare(person, () -> false);
            System.out.println("New links: " + report.linked() + "   open conflicts: " + report.open());
            return 0;
        });
    }

    int push() {
        return with("push", (house, sync) -> {
            MaksRegistry registry = registry();
            record(house, deed("push", name));
            PushReport report = sync.push(registry, person, () -> false);
            System.out.printf(
                    Locale.ROOT,
                    "acknowledged %d, refused %d, uncertain %d, not done %d, waiting %d%n",
                    report.acknowledged(),
                    report.refused(),
                    report.uncertain(),
                    report.notDone(),
                    report.waiting());
            Remark stopped = report.stopped();
            if (stopped != null) System.out.println("Stopped: " + told(RegistryWordings.of(stopped)));
            return stopped == null && report.refused() == 0 ? 0 : 1;
        });
    }

    int status() {
        return with("status", (house, sync) -> {
            System.out.println(RateLine.HEAD);
            sync.rates().all().forEach(rate -> System.out.println(RateLine.of(rate)));
            return 0;
        });
    }

    int conflicts(Conflicts.Query query) {
        return with("conflicts", (house, sync) -> {
            if (query.neighbourhood() != null)
                KnownPlaces.require(List.of(query.neighbourhood()), sync.neighbourhoods());
            System.out.println(ConflictLine.HEAD);
            List<Conflict> conflicts = sync.conflicts().open(query);
            recordReading(house, "conflicts", conflicts.size());
            conflicts.forEach(conflict -> System.out.println(ConflictLine.of(conflict)));
            return 0;
        });
    }

    int outbox(@Nullable MessageState state, int limit) {
        return with("outbox", (house, sync) -> {
            System.out.println(OutboxLine.HEAD);
            List<OutboxEntry> messages = sync.outbox().newest(state, limit);
            recordReading(house, "outbox", messages.size());
            messages.forEach(
                    one -> System.out.println(OutboxLine.of(one, remark -> told(RegistryWordings.of(remark)))));
            return 0;
        });
    }

    int resolve(List<Long> numbers, Verdict verdict) {
        return with("resolve", (house, sync) -> {
            int refused = 0;
            for (long number : numbers) {
                AuditEntry deed = deed(verdict.word(), "conflict:" + number).with("reason", verdict.reason());
                try {
                    String does = sync.conflicts()
                            .find(number)
                            .map(conflict -> VerdictWords.of(verdict, conflict.kind()))
                            .orElse("");
                    sync.verdicts().decide(number, verdict, person, () -> record(house, deed));
                    System.out.println(number + "  " + verdict.word() + ": " + does);
                } catch (VerdictRefused no) {
                    refused++;
                    System.out.println(number + "  REFUSED: " + told(RegistryWordings.of(no)));
                }
            }
            return refused == 0 ? 0 : 1;
        });
    }

    int worklist(Path file, boolean takes) {
        return with("worklist", (house, sync) -> {
            Words words = Words.ofFiles();
            Function<Remark, String> told = remark -> words.tell(RegistryWordings.of(remark), WorklistCsv.LANGUAGE);
            WorklistFile list = WorklistFile.at(file);
            Consumer<List<Row>> draft = rows -> {
                record(house, deed(takes ? "hand-over" : "worklist", name).counting(rows.size()));
                list.draft(rows);
            };
            List<Row> rows = takes
                    ? sync.worklist().handOver(person, told, draft)
                    : sync.worklist().rows(told);
            if (!takes) draft.accept(rows);
            list.finish(takes);
            System.out.println(rows.size() + " rows in " + file);
            return 0;
        });
    }

    int takeBack(List<Long> messages, String reason) {
        AuditEntry deed = deed("take-back", "outbox").with("reason", reason);
        return with(
                "take-back",
                (house, sync) -> told(
                        messages,
                        sync.messageActs()
                                .takeBack(messages, reason, person, count -> record(house, deed.counting(count)))));
    }

    int entered(List<Long> messages) {
        AuditEntry deed = deed("entered", "worklist");
        return with(
                "entered",
                (house, sync) -> told(
                        messages,
                        sync.messageActs().entered(messages, person, count -> record(house, deed.counting(count)))));
    }

    private static int told(List<Long> asked, int done) {
        System.out.println(done + " of " + asked.size() + " messages; ./kent registry outbox tells of each");
        return done == asked.size() ? 0 : 1;
    }

    private RegistryReadPort source(@Nullable Path export) {
        if (export == null) return registry();
        if (!Files.isDirectory(export)) throw new UserError("There is no folder " + export + ".");
        return FileRegistry.in(export);
    }

    private MaksRegistry registry() {
        return settings(kent.environment())
                .map(RegistrySettings::registry)
                .orElseThrow(
                        () -> new UserError("No registry is configured: set KENT_REGISTRY_URL, KENT_REGISTRY_USER and"
                                + " KENT_REGISTRY_PASSWORD. " + RegistryBeside.hint(Instance.of(kent.base(), name))));
    }

    /** What the environment says of the registry, where it says anything. */
    private static Optional<RegistrySettings> settings(Map<String, String> environment) {
        try {
            return RegistrySettings.in(environment::get);
        } catch (IllegalArgumentException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
    }

    /** That it can be used, before a city is served. */
    public static void check(Map<String, String> environment) {
        settings(environment);
    }

    /** What somebody answers for. */
    private AuditEntry deed(String step, String subject) {
        return CommandAudit.entry(person, "registry." + step, subject);
    }

    /** In the one audit, too, before it is done, or before it stands. */
    private static void record(CityParts house, AuditEntry deed) {
        CommandAudit.record(house.owner(), deed);
    }

    /** As the desk records who reads the same there. */
    private void recordReading(CityParts house, String subject, int rows) {
        record(house, CommandAudit.entry(person, "read.registry", subject).counting(rows));
    }

    private int with(String step, BiFunction<CityParts, AddressSync, Integer> work) {
        return OpenCity.with(
                kent, "registry " + step, OpenCity.existing(kent, name).name(), house -> {
                    try {
                        return work.apply(house, new AddressSync(house.owner(), house.model(), house.srid()));
                    } catch (RegistryBusy busy) {
                        throw new UserError(told(Wording.of("registry.turn")), busy);
                    }
                });
    }
}
