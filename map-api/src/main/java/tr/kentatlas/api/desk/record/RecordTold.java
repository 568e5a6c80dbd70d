package tr.kentatlas.api.desk.record;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.store.edit.Kin;
import tr.kentatlas.spatial.store.edit.Part;
import tr.kentatlas.spatial.store.edit.WorkingRecord;
import tr.kentatlas.spatial.store.edit.WorkingVersion;
import tr.kentatlas.spatial.store.row.PropertiesJson;

/**
 * A record as the desk tells it.
 *
 * @param name null where nothing is known of it, or it has none
 * @param state null where nothing was known of it, or nothing was true
 * @param others the records it speaks of, as far as they are known and may be seen
 */
record RecordTold(
        String type,
        UUID id,
        @Nullable Text name,
        boolean mayEdit,
        @Nullable State state,
        List<Version> versions,
        List<Kin> kin,
        List<Named> others) {

    /** A type somebody sees; {@code geometry} is point, line, area, any or none. */
    record Type(String name, Text title, String geometry, boolean mayEdit) {}

    /** What was known and true; values by official name. */
    record State(
            int version,
            @Nullable Instant validFrom,
            @Nullable Instant validTo,
            @JsonRawValue String values,
            @JsonRawValue @Nullable String geometry) {}

    record Version(
            int number,
            Instant knownFrom,
            @Nullable Instant knownTo,
            @Nullable Instant validFrom,
            @Nullable Instant validTo,
            Made made,
            @Nullable Made ended) {}

    /** Who and why are told to those alone whom the house shows the colleagues' names and the reasons. */
    record Made(Instant at, @Nullable String by, @Nullable String reason, boolean ofImport) {}

    /** One of several records, by what it is called; {@code version} is 0 where it is known no more. */
    record Found(
            String type,
            UUID id,
            List<Text> names,
            int version,
            @Nullable Instant validFrom,
            @JsonRawValue @Nullable String geometry) {}

    /** Another record, by what it is called. */
    record Named(String type, UUID id, @Nullable Text name) {}

    /** A shape that is to be; {@code measure} in metres or square metres. */
    record Shape(@JsonRawValue String geometry, double measure) {
        static Shape of(Part part) {
            return new Shape(part.json(), part.measure());
        }
    }

    static State state(WorkingRecord known, List<Attribute> fields) {
        byte[] values = new PropertiesJson(fields).of(known.feature().values());
        return new State(
                known.version(),
                known.validFrom(),
                known.validTo(),
                new String(values, StandardCharsets.UTF_8),
                known.feature().geometryJson());
    }

    static Found found(WorkingRecord known, RecordFields fields, List<Attribute> read) {
        return new Found(
                fields.type().name(),
                known.feature().id(),
                names(known, fields, read),
                known.version(),
                known.validFrom(),
                known.feature().geometryJson());
    }

    static Named named(WorkingRecord known, RecordFields fields, List<Attribute> read) {
        Text name = names(known, fields, read).stream().findFirst().orElse(null);
        return new Named(fields.type().name(), known.feature().id(), name);
    }

    /**
     * Its names, the best one first.
     *
     * @param read the attributes its values are of
     */
    private static List<Text> names(WorkingRecord known, RecordFields fields, List<Attribute> read) {
        List<Text> names = new ArrayList<>();
        String called = known.name();
        if (called != null) names.add(new Text(called, called));
        for (Attribute one : fields.names()) {
            Text name = name(fields, one, known.feature().values().get(read.indexOf(one)));
            if (name != null && !names.contains(name)) names.add(name);
        }
        return names;
    }

    private static @Nullable Text name(RecordFields fields, Attribute attribute, @Nullable Object value) {
        if (value == null || attribute.type() == AttributeType.REFERENCE) return null;
        return fields.model().words(attribute, value.toString());
    }

    static Version version(WorkingVersion known, boolean tellsWho, boolean tellsWhy) {
        WorkingVersion.Made ended = known.ended();
        return new Version(
                known.number(),
                known.knownFrom(),
                known.knownTo(),
                known.validFrom(),
                known.validTo(),
                made(known.made(), tellsWho, tellsWhy),
                ended == null ? null : made(ended, tellsWho, tellsWhy));
    }

    private static Made made(WorkingVersion.Made made, boolean tellsWho, boolean tellsWhy) {
        return new Made(made.at(), tellsWho ? made.by() : null, tellsWhy ? made.reason() : null, made.ofImport());
    }
}
