package tr.kentatlas.api.desk.release;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.access.Permits;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.Staff;
import tr.kentatlas.api.problem.Words;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.model.Theme;

/** {@code /api/desk/releases}: the list for whoever reads releases; the draft, its findings and the step under way for the data steward. */
@RestController
@RequestMapping("/api/desk/releases")
@Permits(Role.STEWARD)
class ReleaseReading {
    private final ReleaseBook book;
    private final ReleaseRun run;
    private final FindingBook findings;
    private final Words words;

    ReleaseReading(ReleaseBook book, ReleaseRun run, FindingBook findings, Words words) {
        this.book = book;
        this.run = run;
        this.findings = findings;
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

    @GetMapping("/{number}/findings")
    FindingsTold findings(
            @PathVariable long number,
            @RequestParam String rule,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "50") int limit,
            Staff staff) {
        return findings.page(number, rule, null, new FindingBook.Part(after, limit), staff);
    }

    private static ThemeTold told(Theme theme) {
        return new ThemeTold(theme.name(), theme.title());
    }
}
