package tr.kentatlas.api.cli.release;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.api.cli.city.CityParts;
import tr.kentatlas.api.cli.report.UserError;
import tr.kentatlas.spatial.quality.FillRate;
import tr.kentatlas.spatial.quality.Finding;
import tr.kentatlas.spatial.quality.Findings;
import tr.kentatlas.spatial.quality.RuleBook;
import tr.kentatlas.spatial.release.Release;
import tr.kentatlas.spatial.release.ReleaseCheck.Outcome;

/** What a check found, for the operator: each rule's count with its first findings and how to mend them, and the fill rate. */
final class CheckWords {
    private static final int SHOWN = 3;

    private final CityParts house;
    private final Release draft;
    private final PrintStream out = System.out;

    CheckWords(CityParts house, Release draft) {
        this.house = house;
        this.draft = draft;
    }

    void outcomes(List<Outcome> outcomes) {
        RuleBook book = RuleBook.read(house.model());
        Findings findings = new Findings(house.owner());
        Map<String, Findings.Cut> cut = findings.cut(draft.number(), null).stream()
                .collect(Collectors.toMap(Findings.Cut::ruleId, Function.identity()));
        out.printf(Locale.ROOT, "Release %d, %d rules:%n", draft.number(), outcomes.size());
        for (Outcome outcome : outcomes) {
            String title =
                    book.find(outcome.ruleId()).map(rule -> rule.title().tr()).orElse("");
            out.printf(
                    Locale.ROOT,
                    "  %-10s %-8s %,10d  %s%n",
                    outcome.ruleId(),
                    outcome.severity(),
                    outcome.found(),
                    title);
            if (outcome.found() > 0) {
                findings.page(draft.number(), outcome.ruleId(), 0, SHOWN).forEach(this::finding);
                Findings.Cut kept = cut.get(outcome.ruleId());
                if (kept != null) cut(kept);
                book.find(outcome.ruleId())
                        .ifPresent(rule ->
                                out.println("             → " + rule.hint().tr()));
            }
        }
    }

    /** One line per type; with {@code each} one per attribute below it. */
    void fillRate(boolean each) {
        Map<String, List<FillRate.Row>> types = new LinkedHashMap<>();
        new FillRate(JdbcClient.create(house.owner()))
                .of(draft)
                .forEach(row -> types.computeIfAbsent(row.type(), t -> new ArrayList<>())
                        .add(row));
        out.println("Fill rate:");
        types.forEach((type, rows) -> {
            long cells = rows.stream().mapToLong(FillRate.Row::rows).sum();
            if (cells == 0) return;
            long filled = rows.stream().mapToLong(FillRate.Row::filled).sum();
            out.printf(Locale.ROOT, "  %-24s %5.1f %%%n", type, 100.0 * filled / cells);
            if (each) rows.forEach(this::attribute);
        });
    }

    void write(Path file) {
        try (OutputStream json = Files.newOutputStream(file)) {
            new Findings(house.owner()).writeGeoJson(draft.number(), null, json);
        } catch (IOException e) {
            throw new UserError("The findings cannot be written to " + file + ": " + e.getMessage() + ".", e);
        }
        out.println("Findings written to " + file + ".");
    }

    private void cut(Findings.Cut cut) {
        out.printf(
                Locale.ROOT,
                "             %,d of %,d are kept, for the file and the desk to show%n",
                cut.kept(),
                cut.found());
    }

    private void finding(Finding finding) {
        out.println("             " + finding.type() + " " + finding.tucbsNo() + "  " + finding.detail());
    }

    private void attribute(FillRate.Row row) {
        out.printf(
                Locale.ROOT,
                "      %-36s %5.1f %%%n",
                row.attribute(),
                row.rows() == 0 ? 0 : 100.0 * row.filled() / row.rows());
    }
}
