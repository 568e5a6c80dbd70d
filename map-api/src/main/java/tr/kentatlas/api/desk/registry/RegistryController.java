package tr.kentatlas.api.desk.registry;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.access.Permits;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.Staff;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.registry.conflict.Decision;
import tr.kentatlas.registry.conflict.DecisionRefused;
import tr.kentatlas.registry.match.MatchRates;

/** {@code /api/desk/registry}: match rates, conflicts and their decisions, the outbox, and the runs; viewers read, numbering decides. */
@RestController
@RequestMapping("/api/desk/registry")
class RegistryController {
    private static final int MOST = 500;

    private final RegistryRun runs;
    private final RegistryViews views;

    RegistryController(RegistryRun runs, RegistryViews views) {
        this.runs = runs;
        this.views = views;
    }

    /** What the page shows first. */
    record Status(boolean configured, RegistryRun.Progress run, List<MatchRates.Rate> rates) {}

    /** A decision about some conflicts of one page. */
    record Wish(
            @Nullable List<Long> conflicts,
            @Nullable String decision,
            @Nullable String reason,
            @Nullable UUID local,
            @Nullable Long code,
            @Nullable LocalDate until) {}

    /** What became of one conflict's decision; {@code refused} says why it could not be carried out. */
    record Decided(long conflict, @Nullable String refused) {}

    /** Which neighbourhoods; none means all. */
    record Scope(@Nullable List<Long> neighbourhoods) {}

    @GetMapping
    @Permits({Role.VIEWER, Role.NUMBERING})
    Status status() {
        return new Status(
                runs.isConfigured(), runs.progress(), runs.sync().rates().all());
    }

    @GetMapping("/run")
    @Permits({Role.VIEWER, Role.NUMBERING})
    RegistryRun.Progress run() {
        return runs.progress();
    }

    @GetMapping(value = "/neighbourhoods", produces = "application/geo+json")
    @Permits({Role.VIEWER, Role.NUMBERING})
    String neighbourhoods() {
        return views.neighbourhoods();
    }

    @GetMapping("/conflicts")
    @Permits({Role.VIEWER, Role.NUMBERING})
    List<RegistryViews.ConflictRow> conflicts(
            @RequestParam(name = "kind", required = false) @Nullable String kind,
            @RequestParam(name = "level", required = false) @Nullable String level,
            @RequestParam(name = "neighbourhood", required = false) @Nullable Long neighbourhood,
            @RequestParam(name = "after", defaultValue = "0") long after,
            @RequestParam(name = "limit", defaultValue = "50") int limit) {
        return views.conflicts(kind, level, neighbourhood, after, Math.clamp(limit, 1, MOST));
    }

    @GetMapping("/outbox")
    @Permits({Role.VIEWER, Role.NUMBERING})
    List<RegistryViews.MessageRow> outbox(
            @RequestParam(name = "state", required = false) @Nullable String state,
            @RequestParam(name = "limit", defaultValue = "100") int limit) {
        return views.outbox(state, Math.clamp(limit, 1, MOST));
    }

    @PostMapping("/decisions")
    @Permits(Role.NUMBERING)
    List<Decided> decide(@RequestBody Wish wish, Staff staff) {
        List<Long> numbers = wish.conflicts() == null ? List.of() : wish.conflicts();
        if (numbers.isEmpty() || numbers.size() > MOST)
            throw invalid("conflicts", "between 1 and " + MOST + " numbers");
        Decision decision = decision(wish);
        List<Decided> results = new ArrayList<>();
        for (long number : numbers) {
            try {
                runs.sync().decisions().decide(number, decision, staff.account());
                results.add(new Decided(number, null));
            } catch (DecisionRefused no) {
                results.add(new Decided(number, no.getMessage()));
            }
        }
        return results;
    }

    @PostMapping("/pull")
    @Permits(Role.NUMBERING)
    RegistryRun.Progress pull(@RequestBody Scope scope, Staff staff) {
        runs.start(
                RegistryRun.What.PULL,
                scope.neighbourhoods() == null ? List.of() : scope.neighbourhoods(),
                staff.account());
        return runs.progress();
    }

    @PostMapping("/push")
    @Permits(Role.NUMBERING)
    RegistryRun.Progress push(Staff staff) {
        runs.start(RegistryRun.What.PUSH, List.of(), staff.account());
        return runs.progress();
    }

    @PostMapping("/stop")
    @Permits(Role.NUMBERING)
    RegistryRun.Progress stop() {
        runs.stop();
        return runs.progress();
    }

    @GetMapping("/worklist.csv")
    @Permits({Role.VIEWER, Role.NUMBERING})
    ResponseEntity<byte[]> worklist() {
        StringBuilder csv = new StringBuilder();
        runs.sync().worklist().write(csv);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"kayit-is-listesi.csv\"")
                .body(csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Decision decision(Wish wish) {
        String reason = wish.reason() == null ? "" : wish.reason().strip();
        if (reason.isEmpty() || reason.length() > 500) throw invalid("reason", "1 to 500 characters");
        return switch (wish.decision() == null ? "" : wish.decision()) {
            case "accept-remote" -> new Decision.AcceptRemote(reason);
            case "send-local" -> new Decision.SendLocal(reason);
            case "link" -> new Decision.Link(wish.local(), wish.code(), reason);
            case "ignore" -> new Decision.Ignore(wish.until(), reason);
            default -> throw invalid("decision", "accept-remote, send-local, link or ignore");
        };
    }

    private static Problem invalid(String parameter, String detail) {
        return Problem.invalid(List.of(new Problem.Fault(parameter, detail)));
    }
}
