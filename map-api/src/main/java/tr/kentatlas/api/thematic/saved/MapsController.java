package tr.kentatlas.api.thematic.saved;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.http.Open;
import tr.kentatlas.api.thematic.saved.SharedMaps.Shown;

/** {@code /api/thematic/{id}}: maps that are shared or published, classed from what the caller's own grant shows. */
@RestController
@RequestMapping("/api/thematic/{id}")
@Open
class MapsController {
    private final SharedMaps maps;
    private final Answers answers;

    MapsController(SharedMaps maps, Answers answers) {
        this.maps = maps;
        this.answers = answers;
    }

    @GetMapping
    ObjectNode whole(View view, @PathVariable String id) {
        Shown shown = maps.require(id, view);
        return shown.saved().decided(answers.whole(view, shown.map(), "/api/thematic/" + id + "/tiles/{z}/{y}/{x}"));
    }

    @GetMapping("/tiles/{z}/{y}/{x}")
    @Nullable
    ResponseEntity<byte[]> tile(
            View view,
            @PathVariable String id,
            @PathVariable String z,
            @PathVariable String y,
            @PathVariable String x,
            HttpServletRequest request,
            HttpServletResponse response) {
        return answers.tile(view, maps.require(id, view).map(), Answers.address(z, y, x), request, response);
    }

    @GetMapping("/sld")
    ResponseEntity<byte[]> sld(View view, @PathVariable String id, Locale language) {
        return answers.sld(view, "theme_" + id, maps.require(id, view).map(), language);
    }

    @GetMapping("/pdf")
    ResponseEntity<byte[]> pdf(
            View view,
            @PathVariable String id,
            @RequestParam(defaultValue = "a4-landscape") String paper,
            Locale language) {
        Shown shown = maps.require(id, view);
        return answers.pdf(view, shown.map(), shown.saved().decision(), paper, language);
    }
}
