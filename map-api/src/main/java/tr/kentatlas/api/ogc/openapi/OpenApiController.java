package tr.kentatlas.api.ogc.openapi;

import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.city.City;
import tr.kentatlas.api.http.MediaTypes;
import tr.kentatlas.api.http.Open;
import tr.kentatlas.api.ogc.features.SupportedCrs;

/** {@code /ogc/api}: the API definition. */
@RestController
@Open
class OpenApiController {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final City city;

    OpenApiController(City city) {
        this.city = city;
    }

    @GetMapping(path = "/ogc/api", produces = MediaTypes.OPENAPI)
    ResponseEntity<byte[]> definition(View view, Locale locale) {
        Map<String, Object> document = ApiDefinition.of(
                view, locale, city.name(), SupportedCrs.uris(view.edition().srid()));
        return ResponseEntity.ok()
                .header("Content-Type", MediaTypes.OPENAPI)
                .header("Cache-Control", view.isPublic() ? "public, max-age=60" : "private, no-cache")
                .body(JSON.writeValueAsBytes(document));
    }
}
