package tr.kentatlas.api.desk.record;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.body.Member;
import tr.kentatlas.api.problem.ValueRefused;
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
        return given(values, fields, attribute -> List.of());
    }

    /**
     * The fields that are to be another, by column; null empties one.
     *
     * @param kept what the record has in a field: it may keep what nobody may choose any more
     */
    static Map<String, @Nullable Object> values(
            Member values, RecordFields fields, Function<Attribute, Collection<?>> kept) {
        if (values.json().isEmpty()) values.fault("record.nothing");
        return given(values, fields, kept);
    }

    private static Map<String, @Nullable Object> given(
            Member values, RecordFields fields, Function<Attribute, Collection<?>> kept) {
        Map<String, Attribute> known =
                fields.editable().stream().collect(Collectors.toMap(Attribute::name, attribute -> attribute));
        values.knowOnly(known.keySet());
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        values.json().propertyNames().forEach(name -> {
            Attribute attribute = known.get(name);
            if (attribute != null) changes.put(attribute.column(), value(attribute, values.at(name), fields, kept));
        });
        return changes;
    }

    private static @Nullable Object value(
            Attribute attribute, Member member, RecordFields fields, Function<Attribute, Collection<?>> kept) {
        boolean isEmpty =
                member.isBlank() || (member.json().isArray() && member.json().isEmpty());
        if (isEmpty && attribute.multiplicity().required()) member.fault("request.missing");
        if (isEmpty) return null;
        return member.read(json -> checked(attribute, read(attribute, json), fields, kept));
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

    private static @Nullable Object checked(
            Attribute attribute, @Nullable Object value, RecordFields fields, Function<Attribute, Collection<?>> kept) {
        CodeList list = fields.model().listOf(attribute).orElse(null);
        if (list == null || value == null) return value;
        List<?> codes = value instanceof List<?> many ? many : List.of(value);
        List<?> refused = codes.stream()
                .filter(code -> !fields.isOffered(attribute, code))
                .toList();
        if (refused.isEmpty()) return value;
        Collection<?> had = kept.apply(attribute);
        for (Object code : refused) if (!had.contains(code)) throw new ValueRefused("record.code", code, list.title());
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
