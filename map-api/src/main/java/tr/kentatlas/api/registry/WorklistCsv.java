package tr.kentatlas.api.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.http.Csv;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.api.problem.Words;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.push.MessageState;
import tr.kentatlas.registry.worklist.Worklist.Row;

/** The work list as a file in one language. */
public record WorklistCsv(Words words, Locale language) {
    private static final List<String> COLUMNS = List.of(
            "worklist.number",
            "worklist.action",
            "worklist.level",
            "worklist.neighbourhood",
            "worklist.place",
            "worklist.street",
            "worklist.building",
            "worklist.door",
            "worklist.label",
            "worklist.code",
            "worklist.longitude",
            "worklist.latitude",
            "worklist.reason",
            "worklist.answer",
            "worklist.state");

    public String name() {
        return told(Wording.of("worklist.file"));
    }

    public String of(List<Row> rows) {
        Csv form = Csv.in(language);
        List<String> head = COLUMNS.stream().map(key -> told(Wording.of(key))).toList();
        return form.head(head) + rows.stream().map(row -> form.line(cells(row))).collect(Collectors.joining());
    }

    private List<@Nullable Object> cells(Row row) {
        Remark said = row.said();
        return Arrays.asList(
                row.number(),
                told(Wording.of("worklist.action." + row.action().word())),
                told(RegistryWordings.of(row.level())),
                row.neighbourhood(),
                row.place(),
                row.street(),
                row.building(),
                row.door(),
                row.label(),
                row.code(),
                row.longitude(),
                row.latitude(),
                row.reason(),
                said == null ? null : told(RegistryWordings.of(said)),
                told(state(row.state())));
    }

    private String told(Wording wording) {
        return words.tell(wording, language);
    }

    private static Wording state(MessageState state) {
        return switch (state) {
            case QUEUED -> Wording.of("worklist.queued");
            case REJECTED -> Wording.of("worklist.rejected");
            case BY_HAND -> Wording.of("worklist.by-hand");
            case SENT, UNCERTAIN, ACKED, ENTERED, VERIFIED, CANCELLED ->
                throw new IllegalArgumentException(state + " is nobody's work");
        };
    }
}
