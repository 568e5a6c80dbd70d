package tr.kentatlas.api.http;

import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tr.kentatlas.spatial.word.Worded;

/** Answers tell constants by their words. */
@JacksonComponent
final class WordedJson extends ValueSerializer<Worded> {
    @Override
    public void serialize(Worded constant, JsonGenerator json, SerializationContext context) {
        json.writeString(constant.word());
    }
}
