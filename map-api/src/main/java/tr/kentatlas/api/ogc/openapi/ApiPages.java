package tr.kentatlas.api.ogc.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.city.City;
import tr.kentatlas.api.http.MediaTypes;
import tr.kentatlas.api.http.Open;
import tr.kentatlas.api.ogc.features.SupportedCrs;

/** The API definition for people, by theme. */
@Controller
@Open
class ApiPages {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final City city;

    ApiPages(City city) {
        this.city = city;
    }

    @GetMapping(path = "/ogc/api", produces = MediaTypes.HTML)
    ModelAndView definition(View view, Locale locale) {
        JsonNode document = JSON.valueToTree(ApiDefinition.of(
                view, locale, city.name(), SupportedCrs.uris(view.edition().srid())));
        Map<String, List<Operation>> byTag = new LinkedHashMap<>();
        document.path("paths").properties().forEach(path -> {
            Operation operation =
                    operation(document, path.getKey(), path.getValue().path("get"));
            byTag.computeIfAbsent(operation.tag(), t -> new ArrayList<>()).add(operation);
        });
        return new ModelAndView("api").addObject("sections", sections(document, byTag));
    }

    private static List<Section> sections(JsonNode document, Map<String, List<Operation>> byTag) {
        return document.path("tags")
                .valueStream()
                .map(tag -> new Section(
                        tag.path("description").asString(),
                        byTag.getOrDefault(tag.path("name").asString(), List.of())))
                .toList();
    }

    private static Operation operation(JsonNode document, String path, JsonNode get) {
        List<Parameter> parameters = get.path("parameters")
                .valueStream()
                .map(parameter -> parameter(resolve(document, parameter)))
                .toList();
        return new Operation(
                get.path("tags").path(0).asString(),
                address(path, document.path("paths").path(path)),
                get.path("summary").asString(),
                parameters);
    }

    /** What has no server of its own is below the document's. */
    private static String address(String path, JsonNode item) {
        return item.has("servers") ? path : "/ogc" + (path.equals("/") ? "" : path);
    }

    private static JsonNode resolve(JsonNode document, JsonNode parameter) {
        String reference = parameter.path("$ref").asString("");
        return reference.isEmpty() ? parameter : document.at(reference.substring(1));
    }

    private static Parameter parameter(JsonNode parameter) {
        JsonNode schema = parameter.path("schema");
        String format = schema.path("format").asString("");
        return new Parameter(
                parameter.path("name").asString(),
                parameter.path("description").asString(),
                schema.path("type").asString() + (format.isEmpty() ? "" : " (" + format + ")"));
    }

    record Section(String title, List<Operation> operations) {}

    record Operation(String tag, String path, String summary, List<Parameter> parameters) {}

    record Parameter(String name, String description, String type) {}
}
