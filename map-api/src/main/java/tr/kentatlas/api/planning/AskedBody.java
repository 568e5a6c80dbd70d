package tr.kentatlas.api.planning;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.problem.Problem;

/** The JSON of a question, of which no more is read than a question may have. */
final class AskedBody {
    private static final int LARGEST = 1_000_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AskedBody() {}

    static JsonNode read(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) throw fault("a question has at most " + LARGEST + " bytes: draw simpler areas");
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw fault("this is no JSON: " + e.getOriginalMessage());
        }
    }

    private static Problem fault(String detail) {
        return Problem.invalid(List.of(new Problem.Fault("body", detail)));
    }
}
