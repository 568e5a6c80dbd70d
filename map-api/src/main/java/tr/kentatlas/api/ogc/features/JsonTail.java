package tr.kentatlas.api.ogc.features;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The last members of a JSON object whose first ones are written already. */
final class JsonTail {
    private static final JsonMapper JSON = JsonMapper.shared();

    private JsonTail() {}

    /** The members with a comma before them and the object's closing brace after them. */
    static byte[] of(Consumer<JsonGenerator> members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            members.accept(json);
            json.writeEndObject();
        }
        byte[] tail = bytes.toByteArray();
        tail[0] = ','; // where the object opened
        return tail;
    }
}
