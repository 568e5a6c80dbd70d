package tr.kentatlas.api.desk.registry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.registry.conflict.ConflictSides;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.spatial.model.CodeList;
import tr.kentatlas.spatial.model.Model;

/** What differs, as people read it: codes of lists by their titles, rows of the registry with their names beside their codes. */
record ConflictWords(Model model, Locale language) {
    private static final List<String> CODED = List.of("kind", "detail", "condition");
    private static final List<String> NAMED = List.of("parent", "building", "mainDoor");
    private static final Map<Level, String> KINDS = Map.of(
            Level.STREET, "csbmTuru", Level.BUILDING, "yapiTipi", Level.DOOR, "numaratajTipi", Level.UNIT, "bbTipi");

    /** The fields that differ, each as [ours, theirs]. */
    JsonNode told(ConflictSides sides) {
        JsonNode detail = JsonMapper.shared().readTree(sides.conflict().detail());
        if (!(detail instanceof ObjectNode fields)) return detail;
        Level level = sides.conflict().level();
        CODED.forEach(name -> each(fields, name, code -> title(list(level, name), code)));
        JsonNode labels = JsonMapper.shared().readTree(sides.labels());
        NAMED.forEach(name -> each(fields, name, code -> named(labels.path(name + " " + code), code)));
        return fields;
    }

    private interface Worded {
        String of(String code);
    }

    private static void each(ObjectNode fields, String name, Worded words) {
        if (!(fields.get(name) instanceof ArrayNode values)) return;
        for (int i = 0; i < values.size(); i++) {
            JsonNode value = values.get(i);
            if (!value.isNull()) values.set(i, words.of(value.asString()));
        }
    }

    private static String list(Level level, String field) {
        if (field.equals("kind")) return KINDS.getOrDefault(level, "");
        return field.equals("detail") && level == Level.UNIT ? "bbKullanim" : "yapiDurum";
    }

    private String title(String list, String code) {
        return Optional.ofNullable(model.codeLists().get(list))
                .flatMap(known -> known.find(code))
                .map(CodeList.Code::title)
                .map(title -> title.in(language))
                .orElse(code);
    }

    private static String named(JsonNode label, String code) {
        return label.isString() ? label.asString() + " (" + code + ")" : code;
    }
}
