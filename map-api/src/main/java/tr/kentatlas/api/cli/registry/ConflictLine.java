package tr.kentatlas.api.cli.registry;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.registry.conflict.Conflict;

/** An open conflict as a line on the terminal, under {@link #HEAD}. */
final class ConflictLine {
    static final String HEAD =
            "number kind level    neighbourhood       code  by      what differs: ours | the registry's";
    private static final String NOTHING = "-";

    private ConflictLine() {}

    static String of(Conflict conflict) {
        return String.format(
                Locale.ROOT,
                "%6d %-4s %-8s %13d %10s  %-7s %s",
                conflict.number(),
                conflict.kind(),
                conflict.level().word(),
                conflict.neighbourhood(),
                Objects.requireNonNullElse(conflict.code(), NOTHING),
                conflict.changedBy(),
                differences(JsonMapper.shared().readTree(conflict.detail())));
    }

    private static String differences(JsonNode detail) {
        return detail.properties().stream()
                .map(field -> field.getKey() + " " + values(field.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String values(JsonNode value) {
        if (!value.isArray()) return text(value);
        return StreamSupport.stream(value.spliterator(), false)
                .map(ConflictLine::text)
                .collect(Collectors.joining(" | "));
    }

    private static String text(JsonNode value) {
        return value.isNull() ? NOTHING : value.isString() ? value.stringValue() : value.toString();
    }
}
