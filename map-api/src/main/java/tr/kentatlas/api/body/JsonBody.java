package tr.kentatlas.api.body;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.ValueWordings;

/** The JSON of a request. */
public final class JsonBody {
    private static final JsonMapper JSON = JsonMapper.shared();

    private JsonBody() {}

    public static JsonNode read(HttpServletRequest request) throws IOException {
        try {
            return JSON.readTree(request.getInputStream());
        } catch (JacksonException e) {
            throw Problem.invalid("body", ValueWordings.of(e));
        }
    }
}
