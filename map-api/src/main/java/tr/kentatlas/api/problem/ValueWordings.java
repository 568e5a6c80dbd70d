package tr.kentatlas.api.problem;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tr.kentatlas.spatial.feature.cql2.FilterException;
import tr.kentatlas.spatial.feature.cql2.Place;
import tr.kentatlas.spatial.feature.refusal.QuestionRefused;
import tr.kentatlas.spatial.feature.refusal.Reason;
import tr.kentatlas.spatial.feature.refusal.ShapeFault;

/** Where the message files say what is wrong with a value, whoever refused it. */
public final class ValueWordings {
    /** What is shown of a filter where a fault begins. */
    private static final int LONGEST_PIECE = 24;

    private ValueWordings() {}

    /** What a reader did not explain is told as a value that cannot be read. */
    public static Wording of(IllegalArgumentException refused) {
        return switch (refused) {
            case ValueRefused value -> value.wording();
            case FilterException filter -> placed(of(filter.reason()), filter.place());
            case QuestionRefused question -> of(question.reason());
            default -> Wording.of("request.value");
        };
    }

    /** The same with the piece of the text that stands where the fault is. */
    public static Wording of(IllegalArgumentException refused, String text) {
        return refused instanceof FilterException filter && filter.place() instanceof Place.Position position
                ? placed(of(filter.reason()), position.at(), text)
                : of(refused);
    }

    private static Wording placed(Wording reason, int at, String text) {
        String piece = text.substring(Math.clamp(at - 1, 0, text.length())).strip();
        if (piece.isEmpty()) return Wording.of("filter.end", reason);
        String shown = piece.length() <= LONGEST_PIECE ? piece : piece.substring(0, LONGEST_PIECE) + "…";
        return Wording.of("filter.piece", at, shown, reason);
    }

    /** JSON that is none, and where it breaks. */
    public static Wording of(JacksonException broken) {
        TokenStreamLocation at = broken.getLocation();
        return at == null
                ? Wording.of("question.no-json")
                : Wording.of("question.no-json-at", at.getLineNr(), at.getColumnNr());
    }

    public static Wording of(ShapeFault fault) {
        return Wording.of("shape." + fault.word());
    }

    private static Wording of(Reason reason) {
        List<Object> values = reason.values().stream().map(ValueWordings::value).toList();
        return new Wording("question." + reason.phrase().word(), values);
    }

    private static Object value(Object value) {
        return switch (value) {
            case Reason reason -> of(reason);
            case ShapeFault fault -> of(fault);
            default -> value;
        };
    }

    private static Wording placed(Wording reason, Place place) {
        return switch (place) {
            case Place.Position position -> Wording.of("filter.position", position.at(), reason);
            case Place.Pointer whole when whole.at().isEmpty() -> Wording.of("filter.json", reason);
            case Place.Pointer pointer -> Wording.of("filter.pointer", pointer.at(), reason);
            case Place.Unknown unknown -> reason;
        };
    }
}
