package tr.kentatlas.api.desk.record;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.body.Member;
import tr.kentatlas.api.problem.ValueRefused;
import tr.kentatlas.spatial.feature.time.CityTime;
import tr.kentatlas.spatial.ingest.AttributeReader;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.CodeList;
import tr.kentatlas.spatial.store.edit.ObjectVersion;

/** What somebody wants done to a record, read from JSON; what is wrong with it is told at each field, all together. */
final class RecordChange {
    /** The column in which the model has the reason of a change. */
    static final String REASON = "islem_gerekcesi";

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST = 4_000;
    private static final int MOST = 200;

    private RecordChange() {}

    /** Which version was looked at. */
    static ObjectVersion seen(Member wish, String type, UUID id) {
        OffsetDateTime from = wish.at("validFrom").readText(RecordChange::moment);
        return new ObjectVersion(type, id, from, (int) wish.at("version").whole(1, Integer.MAX_VALUE));
    }

    static String reason(Member wish) {
        return wish.at("reason").text(LONGEST_REASON);
    }

    /** The fields of a new record, by column; those that must be there are. */
    static Map<String, @Nullable Object> first(Member values, RecordFields fields) {
        fields.required().stream()
                .map(attribute -> values.at(attribute.name()))
                .filter(Member::isAbsent)
                .forEach(missing -> missing.fault("request.missing"));
        return given(values, fields);
    }

    /** The fields that are to be another, by column; null empties one. */
    static Map<String, @Nullable Object> values(Member values, RecordFields fields) {
        if (values.json().isEmpty()) values.fault("record.nothing");
        return given(values, fields);
    }

    private static Map<String, @Nullable Object> given(Member values, RecordFields fields) {
        Map<String, Attribute> known =
                fields.editable().stream().collect(Collectors.toMap(Attribute::name, attribute -> attribute));
        values.knowOnly(known.keySet());
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        values.json().propertyNames().forEach(name -> {
            Attribute attribute = known.get(name);
            if (attribute != null) changes.put(attribute.column(), value(attribute, values.at(name), fields));
        });
        return changes;
    }

    private static @Nullable Object value(Attribute attribute, Member member, RecordFields fields) {
        boolean isEmpty =
                member.isBlank() || (member.json().isArray() && member.json().isEmpty());
        if (isEmpty && attribute.multiplicity().required()) member.fault("request.missing");
        if (isEmpty) return null;
        return member.read(json -> checked(attribute, read(attribute, json), fields));
    }

    private static @Nullable Object read(Attribute attribute, JsonNode json) {
        if (json.isArray() != attribute.isMany())
            throw new ValueRefused(attribute.isMany() ? "request.list" : "request.text", MOST);
        try {
            return AttributeReader.read(attribute, raw(json));
        } catch (AttributeReader.Unreadable e) {
            throw new ValueRefused(wanted(attribute));
        }
    }

    /** As a file would have it. */
    private static Object raw(JsonNode json) {
        if (json.isArray()) {
            List<Object> each = new ArrayList<>();
            json.forEach(one -> each.add(raw(one)));
            if (each.size() > MOST) throw new ValueRefused("request.most", MOST);
            return each;
        }
        if (json.isString() && json.asString().length() > LONGEST)
            throw new ValueRefused("request.characters", LONGEST);
        if (json.isNumber()) return json.decimalValue();
        if (json.isBoolean()) return json.asBoolean();
        if (json.isString()) return json.asString();
        throw new ValueRefused("request.value");
    }

    private static @Nullable Object checked(Attribute attribute, @Nullable Object value, RecordFields fields) {
        CodeList list = fields.model().listOf(attribute).orElse(null);
        if (list == null || value == null) return value;
        LocalDate today = LocalDate.now(CityTime.ZONE);
        List<?> codes = value instanceof List<?> many ? many : List.of(value);
        for (Object code : codes)
            if (list.find(code.toString())
                    .filter(known -> known.isInForce(today))
                    .isEmpty()) throw new ValueRefused("record.code", code, list.title());
        return value;
    }

    private static String wanted(Attribute attribute) {
        return switch (attribute.type()) {
            case INTEGER, LONG -> "record.whole";
            case DECIMAL -> "record.decimal";
            case BOOLEAN -> "record.truth";
            case DATE -> "request.day";
            case INSTANT -> "record.moment";
            case REFERENCE, UUID -> "record.object";
            default -> "request.value";
        };
    }

    private static OffsetDateTime moment(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new ValueRefused("record.moment");
        }
    }
}
