package tr.kentatlas.api.desk.release;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.access.Permits;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.Staff;
import tr.kentatlas.api.access.audit.Audit;
import tr.kentatlas.api.access.audit.AuditEntry;
import tr.kentatlas.api.city.City;
import tr.kentatlas.api.problem.Words;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.model.Theme;
import tr.kentatlas.spatial.quality.Finding;
import tr.kentatlas.spatial.quality.Findings;

/** {@code /api/desk/releases}: the list for whoever reads releases; the draft, its findings and the step under way for the data steward. */
@RestController
@RequestMapping("/api/desk/releases")
@Permits(Role.STEWARD)
class ReleaseReading {
    private static final int MOST = 200;

    private final ReleaseBook book;
    private final ReleaseRun run;
    private final Findings findings;
    private final Audit audit;
    private final Words words;

    ReleaseReading(ReleaseBook book, ReleaseRun run, City city, Audit audit, Words words) {
        this.book = book;
        this.run = run;
        this.findings = new Findings(city.desk());
        this.audit = audit;
        this.words = words;
    }

    /** The step under way or the last one; {@code message} says why it failed. */
    record RunTold(
            String state,
            @Nullable String what,
            int step,
            long done,
            long all,
            String message,
            @Nullable Instant at) {}

    /** The draft, where there is one, and the themes a new one may be made of. */
    record Now(RunTold run, @Nullable DraftTold draft, List<ThemeTold> themes) {}

    record ThemeTold(String name, Text title) {}

    /** A page of what a rule found; {@code more}: the next one begins after the last number of this. */
    record FindingsTold(List<FindingTold> findings, boolean more) {}

    record FindingTold(
            long number,
            String type,
            @Nullable UUID tucbsNo,
            @Nullable String detail,
            @JsonRawValue @Nullable String place) {}

    @GetMapping
    @Permits({Role.VIEWER, Role.STEWARD})
    List<ReleaseTold> list() {
        return book.list();
    }

    @GetMapping("/draft")
    Now draft(Locale language) {
        return new Now(
                run(language),
                book.draft().orElse(null),
                book.themes().stream().map(ReleaseReading::told).toList());
    }

    @GetMapping("/run")
    RunTold run(Locale language) {
        ReleaseRun.Stand now = run.stand();
        return new RunTold(
                now.state().word(),
                now.what() == null ? null : now.what().word(),
                now.step(),
                now.done(),
                now.all(),
                now.message() == null ? "" : words.tell(now.message(), language),
                now.at());
    }

    /** What a rule found in the draft; it shows what is not public, so who read it is recorded. */
    @GetMapping("/{number}/findings")
    FindingsTold findings(
            @PathVariable long number,
            @RequestParam String rule,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "50") int limit,
            Staff staff) {
        book.requireDraft(number);
        int wanted = Math.clamp(limit, 1, MOST);
        List<Finding> found = findings.page(number, rule, after, wanted + 1);
        List<Finding> page = found.subList(0, Math.min(wanted, found.size()));
        audit.record(AuditEntry.deed(staff, "read.findings", rule)
                .ofRelease(number)
                .withLayers(page.stream().map(Finding::type).distinct().toList())
                .counting(page.size()));
        return new FindingsTold(page.stream().map(ReleaseReading::told).toList(), found.size() > wanted);
    }

    private static ThemeTold told(Theme theme) {
        return new ThemeTold(theme.name(), theme.title());
    }

    private static FindingTold told(Finding one) {
        return new FindingTold(one.number(), one.type(), one.tucbsNo(), one.detail(), one.place());
    }
}
