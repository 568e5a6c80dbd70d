package tr.kentatlas.api.desk.record;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
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
 * @param state null where nothing was known of it, or nothing was true
 */
record RecordTold(
        String type, UUID id, boolean mayEdit, @Nullable State state, List<Version> versions, List<Kin> kin) {

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

    static Found found(WorkingRecord known, RecordFields fields, List<Attribute> names) {
        List<Text> told = IntStream.range(0, names.size())
                .mapToObj(
                        i -> name(fields, names.get(i), known.feature().values().get(i)))
                .filter(Objects::nonNull)
                .toList();
        return new Found(
                fields.type().name(),
                known.feature().id(),
                told,
                known.version(),
                known.validFrom(),
                known.feature().geometryJson());
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
