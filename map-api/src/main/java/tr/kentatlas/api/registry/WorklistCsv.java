package tr.kentatlas.api.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tr.kentatlas.api.http.Csv;
import tr.kentatlas.registry.push.MessageState;
import tr.kentatlas.registry.worklist.Worklist;

/** The work list as a file. */
public final class WorklistCsv {
    /** What it speaks, as the registry's screens do. */
    public static final Locale LANGUAGE = Locale.forLanguageTag("tr");

    private static final int STATE = Worklist.HEAD.size() - 1;

    private WorklistCsv() {}

    public static String of(List<Worklist.Row> rows) {
        return Csv.COMMA.head(Worklist.HEAD)
                + rows.stream().map(WorklistCsv::line).collect(Collectors.joining());
    }

    private static String line(Worklist.Row row) {
        List<String> cells = new ArrayList<>(row.cells());
        cells.set(STATE, state(MessageState.of(cells.get(STATE))));
        return Csv.COMMA.line(cells);
    }

    private static String state(MessageState state) {
        return switch (state) {
            case QUEUED -> "bekliyor";
            case REJECTED -> "reddedildi";
            case BY_HAND -> "elle girilecek";
            case SENT, UNCERTAIN, ACKED, ENTERED, VERIFIED, CANCELLED ->
                throw new IllegalArgumentException(state + " is nobody's work");
        };
    }
}
