package tr.kentatlas.api.thematic.saved;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.api.access.FilterFields;
import tr.kentatlas.api.access.Permits;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.thematic.Palette;
import tr.kentatlas.api.thematic.Palettes;
import tr.kentatlas.api.thematic.ThematicMap;
import tr.kentatlas.api.thematic.ThematicMapReader;
import tr.kentatlas.api.thematic.ThematicMapWriter;

/** {@code /api/desk/thematic}: what a planner's map can be made of, and how one that is not kept (yet) would look. */
@RestController
@RequestMapping("/api/desk/thematic")
@Permits(Role.PLANNER)
class PreviewController {
    private static final String TILES = "/tiles/{z}/{y}/{x}";

    private final Answers answers;
    private final OpenMaps open;

    PreviewController(Answers answers, OpenMaps open) {
        this.answers = answers;
        this.open = open;
    }

    @GetMapping("/palettes")
    List<Palette> palettes() {
        return Palettes.list();
    }

    /** The types and fields a map can be made of, as this member of staff sees them. */
    @GetMapping("/types")
    List<MapTypes.Type> types(View view) {
        return MapTypes.of(view);
    }

    /** What a filter on a type can speak of. */
    @GetMapping("/types/{type}/fields")
    List<FilterFields.Field> fields(View view, @PathVariable String type) {
        return FilterFields.of(view, view.type(type));
    }

    /** A definition that is not kept (yet), as it would look. */
    @GetMapping("/preview")
    ObjectNode preview(View view, @RequestParam("map") String text) {
        ThematicMap map = ThematicMapReader.read(text, view);
        return answers.whole(view, map, tiles("/api/desk/thematic/preview", map));
    }

    private static String tiles(String address, ThematicMap map) {
        return address + TILES + "?map="
                + UriUtils.encodeQueryParam(ThematicMapWriter.write(map), StandardCharsets.UTF_8);
    }

    /** The same as everybody would see it, who may see less: what a decision to publish is about. */
    @GetMapping("/preview/open")
    ObjectNode open(View view, @RequestParam("map") String text) {
        ThematicMap map = openMap(view, text);
        return answers.whole(View.visitor(view.edition()), map, tiles("/api/desk/thematic/preview/open", map));
    }

    @GetMapping("/preview" + TILES)
    @Nullable
    ResponseEntity<byte[]> previewTile(
            View view,
            @PathVariable String z,
            @PathVariable String y,
            @PathVariable String x,
            @RequestParam("map") String text,
            HttpServletRequest request,
            HttpServletResponse response) {
        return answers.tile(view, ThematicMapReader.read(text, view), Answers.address(z, y, x), request, response);
    }

    @GetMapping("/preview/open" + TILES)
    @Nullable
    ResponseEntity<byte[]> openTile(
            View view,
            @PathVariable String z,
            @PathVariable String y,
            @PathVariable String x,
            @RequestParam("map") String text,
            HttpServletRequest request,
            HttpServletResponse response) {
        View everybody = View.visitor(view.edition());
        var tile = answers.tile(everybody, openMap(view, text), Answers.address(z, y, x), request, response);
        response.setHeader("Cache-Control", "private, no-cache"); // it shows what everybody may see, yet of a draft
        return tile;
    }

    private ThematicMap openMap(View view, String text) {
        ThematicMap map = ThematicMapReader.read(text, view);
        open.of(view, map);
        return map;
    }

    @GetMapping("/preview/pdf")
    ResponseEntity<byte[]> previewPdf(
            View view,
            @RequestParam("map") String text,
            @RequestParam(defaultValue = "a4-landscape") String paper,
            Locale language) {
        return answers.pdf(view, ThematicMapReader.read(text, view), null, paper, language);
    }

    @GetMapping("/preview/open/pdf")
    ResponseEntity<byte[]> openPdf(
            View view,
            @RequestParam("map") String text,
            @RequestParam(defaultValue = "a4-landscape") String paper,
            Locale language) {
        return ofDraft(answers.pdf(View.visitor(view.edition()), openMap(view, text), null, paper, language));
    }

    /** It shows what everybody may see, yet of a map nobody published: it is kept nowhere. */
    private static ResponseEntity<byte[]> ofDraft(ResponseEntity<byte[]> answer) {
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .headers(headers -> headers.setCacheControl("private, no-store"))
                .body(answer.getBody());
    }
}
