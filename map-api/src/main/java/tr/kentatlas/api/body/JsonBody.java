package tr.kentatlas.api.body;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.ValueWordings;
import tr.kentatlas.api.problem.Wording;

/** The JSON of a request, of which no more is read than a question may have. */
public final class JsonBody {
    private static final int LARGEST = 1_000_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private JsonBody() {}

    public static JsonNode read(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) throw Problem.invalid("body", Wording.of("planning.body-size", LARGEST));
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw Problem.invalid("body", ValueWordings.of(e));
        }
    }
}
