package tr.kentatlas.api.desk.release;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.access.Permits;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.Staff;
import tr.kentatlas.api.access.StaffSight;
import tr.kentatlas.api.city.City;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.quality.Findings;
import tr.kentatlas.spatial.quality.Rule;
import tr.kentatlas.spatial.quality.RuleBook;

/** {@code /api/desk/findings}: what the rules found in the draft about the types the caller edits, for those who mend it. */
@RestController
@RequestMapping("/api/desk/findings")
@Permits({Role.PLANNER, Role.EDITOR, Role.NUMBERING})
class MendingReading {
    private static final Text WORDLESS = new Text("", "");

    private final ReleaseBook releases;
    private final FindingBook book;
    private final Findings findings;
    private final ObjectProvider<Model> models;
    private final ObjectProvider<RuleBook> rules;

    MendingReading(
            ReleaseBook releases,
            FindingBook book,
            City city,
            ObjectProvider<Model> models,
            ObjectProvider<RuleBook> rules) {
        this.releases = releases;
        this.book = book;
        this.findings = new Findings(city.desk());
        this.models = models;
        this.rules = rules;
    }

    /** @param draft its number, null where there is none; {@code checkedAt} null while the rules have not been run on it */
    record Mending(
            @Nullable Long draft,
            @Nullable Instant createdAt,
            @Nullable Instant checkedAt,
            List<ToMend> rules) {}

    /** @param kept how many of what it found can be looked at */
    record ToMend(String id, String severity, long kept, Text title, Text hint) {}

    @GetMapping
    Mending rules(Staff staff) {
        Set<String> types = types(staff);
        return releases.draft()
                .map(draft -> new Mending(
                        draft.number(),
                        draft.createdAt(),
                        draft.checkedAt(),
                        findings.counts(draft.number(), types).stream()
                                .map(this::told)
                                .toList()))
                .orElseGet(() -> new Mending(null, null, null, List.of()));
    }

    @GetMapping("/{number}")
    FindingsTold findings(
            @PathVariable long number,
            @RequestParam String rule,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "50") int limit,
            Staff staff) {
        return book.page(number, rule, types(staff), new FindingBook.Part(after, limit), staff);
    }

    private Set<String> types(Staff staff) {
        return models.getObject().types().stream()
                .filter(type -> StaffSight.edits(staff, type))
                .map(FeatureType::name)
                .collect(toSet());
    }

    /** A rule may be in the book no more. */
    private ToMend told(Findings.Count count) {
        Rule rule = rules.getObject().find(count.ruleId()).orElse(null);
        return new ToMend(
                count.ruleId(),
                count.severity().word(),
                count.kept(),
                rule == null ? WORDLESS : rule.title(),
                rule == null ? WORDLESS : rule.hint());
    }
}
