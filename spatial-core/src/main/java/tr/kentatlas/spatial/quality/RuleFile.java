package tr.kentatlas.spatial.quality;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.model.CodeList.Extensibility;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.release.ReleaseCheck.Severity;

/** The shape of a file of {@code data/rules}, as written. */
record RuleFile(@Nullable List<RuleEntry> rules, @Nullable Map<String, String> places) {

    record RuleEntry(
            String id,
            Text title,
            Severity severity,
            @Nullable Map<String, ToleranceEntry> tolerance,
            List<CheckEntry> checks,
            Text hint,
            String source) {

        Rule rule() {
            return new Rule(
                    id,
                    title,
                    severity,
                    Objects.requireNonNullElse(tolerance, Map.<String, ToleranceEntry>of()).entrySet().stream()
                            .map(t -> new Rule.Tolerance(
                                    t.getKey(),
                                    t.getValue().value(),
                                    t.getValue().unit()))
                            .toList(),
                    checks.stream().map(CheckEntry::check).toList(),
                    hint,
                    source);
        }
    }

    record ToleranceEntry(double value, String unit) {}

    record CheckEntry(
            Rule.@Nullable ForEach forEach,
            @Nullable Set<String> of,
            @Nullable Set<String> except,
            @Nullable Set<Extensibility> lists,
            @JsonProperty("sql") String sql) {

        Rule.Check check() {
            return new Rule.Check(
                    Objects.requireNonNullElse(forEach, Rule.ForEach.ONCE),
                    Objects.requireNonNullElse(of, Set.of()),
                    Objects.requireNonNullElse(except, Set.of()),
                    Objects.requireNonNullElse(lists, Set.of()),
                    sql);
        }
    }
}
