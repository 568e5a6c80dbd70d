package tr.kentatlas.api.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.access.Permits;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.View;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.store.Edition;

/** {@code /api/desk/overview}: what is served, what is being prepared, and how much there is of what. */
@RestController
class OverviewController {
    private final Preparations preparations;

    OverviewController(Preparations preparations) {
        this.preparations = preparations;
    }

    @GetMapping("/api/desk/overview")
    @Permits({Role.VIEWER, Role.PLANNER, Role.EDITOR, Role.NUMBERING, Role.STEWARD, Role.AGREEMENTS, Role.AUDITOR})
    Overview overview(View view) {
        Edition edition = view.edition();
        List<ThemeRow> themes = themes(edition);
        return new Overview(
                new Served(edition.release(), edition.publishedAt()),
                themes.stream().mapToLong(ThemeRow::rows).sum(),
                preparations.changesSince(edition.release()),
                preparations.draft().orElse(null),
                themes);
    }

    private static List<ThemeRow> themes(Edition edition) {
        Map<String, List<Edition.Entry>> byTheme = edition.entries().stream()
                .collect(Collectors.groupingBy(entry -> entry.type().theme(), LinkedHashMap::new, Collectors.toList()));
        List<ThemeRow> rows = new ArrayList<>();
        byTheme.forEach((theme, entries) -> rows.add(row(theme, entries)));
        return rows;
    }

    private static ThemeRow row(String theme, List<Edition.Entry> entries) {
        Edition.Entry first = entries.get(0);
        long features = entries.stream().mapToLong(Edition.Entry::rows).sum();
        return new ThemeRow(theme, first.model().theme(theme).title(), features, Decision.of(first.decision()));
    }

    record Overview(
            Served release, long features, long changes, Preparations.@Nullable Draft draft, List<ThemeRow> themes) {}

    record Served(long number, Instant publishedAt) {}

    record ThemeRow(
            String name, Text title, long rows, @Nullable Decision decision) {}

    record Decision(String body, String number, String date) {
        static @Nullable Decision of(Edition.@Nullable Decided decided) {
            if (decided == null) return null;
            String body = decided.body().word();
            return new Decision(body, decided.number(), decided.date().toString());
        }
    }
}
