package tr.kentatlas.api.guide;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tr.kentatlas.api.http.MediaTypes;
import tr.kentatlas.api.http.Open;

/** {@code /api/guide/openapi}: the definition of the guide's API (OpenAPI 3.0). */
@RestController
@Open
class GuideApiController {
    private final byte[] definition;

    GuideApiController() throws IOException {
        try (InputStream yaml = new ClassPathResource("kentatlas/guide/openapi.yaml").getInputStream()) {
            definition =
                    JsonMapper.shared().writeValueAsBytes(YAMLMapper.shared().readTree(yaml));
        }
    }

    @GetMapping(
            path = "/api/guide/openapi",
            produces = {MediaTypes.OPENAPI, MediaTypes.JSON})
    ResponseEntity<byte[]> definition() {
        return ResponseEntity.ok()
                .header("Content-Type", MediaTypes.OPENAPI)
                .header("Cache-Control", "public, max-age=3600")
                .body(definition);
    }
}
