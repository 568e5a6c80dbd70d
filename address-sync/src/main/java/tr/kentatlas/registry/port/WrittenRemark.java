package tr.kentatlas.registry.port;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.spatial.word.Worded;

/** The form in which remarks stand in the database: <code>{"say":"waits-for","with":[{"level":"door"},"a text"]}</code>. */
public final class WrittenRemark {
    private static final JsonMapper JSON = JsonMapper.shared();

    private WrittenRemark() {}

    public static String write(Remark remark) {
        return JSON.writeValueAsString(tree(remark));
    }

    /** Never fails: what is not in this form is taken as the words it is ({@link Saying#AS_WRITTEN}). */
    public static Remark read(String text) {
        try {
            return remark(JSON.readTree(text));
        } catch (JacksonException | IllegalArgumentException e) {
            return Remark.of(Saying.AS_WRITTEN, text);
        }
    }

    private static ObjectNode tree(Remark remark) {
        ObjectNode json = JSON.createObjectNode().put("say", remark.saying().word());
        ArrayNode values = json.putArray("with");
        for (Object value : remark.values()) {
            switch (value) {
                case Remark inner -> values.add(tree(inner));
                case Level level -> values.addObject().put("level", level.word());
                case ResultCode result -> values.addObject().put("result", result.word());
                default -> values.add(value.toString());
            }
        }
        return json;
    }

    private static Remark remark(JsonNode json) {
        Saying saying = Worded.of(Saying.class, json.path("say").asString(""));
        List<Object> values =
                json.path("with").valueStream().map(WrittenRemark::value).toList();
        return new Remark(saying, values);
    }

    private static Object value(JsonNode json) {
        if (json.isString()) return json.stringValue();
        if (json.has("level")) return Level.of(json.path("level").asString(""));
        if (json.has("result"))
            return Worded.of(ResultCode.class, json.path("result").asString(""));
        return remark(json);
    }
}
