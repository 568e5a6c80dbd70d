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
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.api.thematic.ThematicMap;
import tr.kentatlas.api.thematic.ThematicMapReader;

/** {@code /api/thematic/{id}}: maps that are shared or published, classed from what the caller's own grant shows. */
@RestController
@RequestMapping("/api/thematic/{id}")
@Open
class MapsController {
    private final SavedMaps maps;
    private final Answers answers;

    MapsController(SavedMaps maps, Answers answers) {
        this.maps = maps;
        this.answers = answers;
    }

    @GetMapping
    ObjectNode whole(View view, @PathVariable String id) {
        SavedMap saved = seen(id);
        return answers.whole(view, map(saved, view), "/api/thematic/" + id + "/tiles/{z}/{y}/{x}")
                .put(
                        "decisionNo",
                        saved.decision() == null ? null : saved.decision().number())
                .put(
                        "decisionDate",
                        saved.decision() == null
                                ? null
                                : saved.decision().date().toString());
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
        return answers.tile(view, map(seen(id), view), Answers.address(z, y, x), request, response);
    }

    @GetMapping("/sld")
    ResponseEntity<byte[]> sld(View view, @PathVariable String id, Locale language) {
        return answers.sld(view, "theme_" + id, map(seen(id), view), language);
    }

    @GetMapping("/pdf")
    ResponseEntity<byte[]> pdf(
            View view,
            @PathVariable String id,
            @RequestParam(defaultValue = "a4-landscape") String paper,
            Locale language) {
        SavedMap saved = seen(id);
        return answers.pdf(view, map(saved, view), saved.decision(), paper, language);
    }

    /** A private map and one that never was look the same. */
    private SavedMap seen(String id) {
        return maps.find(id)
                .filter(map -> map.state() != SavedMap.State.PRIVATE)
                .orElseThrow(() -> missing(id));
    }

    /** A map of what the caller does not see is not there for them; which field it is stays untold. */
    private static ThematicMap map(SavedMap saved, View view) {
        try {
            return ThematicMapReader.read(saved.definition(), view);
        } catch (Problem hidden) {
            Problem missing = missing(saved.id());
            missing.initCause(hidden);
            throw missing;
        }
    }

    private static Problem missing(String id) {
        return Problem.notFound(Wording.of("thematic.none", id));
    }
}
