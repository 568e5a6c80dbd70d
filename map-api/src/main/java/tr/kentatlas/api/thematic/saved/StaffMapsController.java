package tr.kentatlas.api.thematic.saved;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.api.access.Permits;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.thematic.saved.SharedMaps.Shown;
import tr.kentatlas.spatial.model.Text;

/** {@code /api/desk/maps}: the maps colleagues share, each classed from what the reader's own roles show. */
@RestController
@RequestMapping("/api/desk/maps")
@Permits({Role.VIEWER, Role.PLANNER, Role.EDITOR, Role.NUMBERING, Role.STEWARD, Role.AGREEMENTS, Role.AUDITOR})
class StaffMapsController {
    private final SharedMaps maps;
    private final Answers answers;

    StaffMapsController(SharedMaps maps, Answers answers) {
        this.maps = maps;
        this.answers = answers;
    }

    /** A map of the list. */
    record Line(String id, Text title, String owner, String state, String changedAt) {
        static Line of(Shown shown) {
            SavedMap saved = shown.saved();
            return new Line(
                    saved.id(),
                    shown.map().title(),
                    saved.owner(),
                    saved.state().word(),
                    saved.changedAt().toString());
        }
    }

    @GetMapping
    List<Line> list(View view) {
        return maps.list(view).stream().map(Line::of).toList();
    }

    @GetMapping("/{id}")
    ObjectNode whole(View view, @PathVariable String id) {
        Shown shown = maps.require(id, view);
        ObjectNode told = answers.whole(view, shown.map(), "/api/desk/maps/" + id + "/tiles/{z}/{y}/{x}");
        return shown.saved().decided(told).put("owner", shown.saved().owner());
    }

    @GetMapping("/{id}/tiles/{z}/{y}/{x}")
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

    @GetMapping("/{id}/pdf")
    ResponseEntity<byte[]> pdf(
            View view,
            @PathVariable String id,
            @RequestParam(defaultValue = "a4-landscape") String paper,
            Locale language) {
        Shown shown = maps.require(id, view);
        return answers.pdf(view, shown.map(), shown.saved().decision(), paper, language);
    }
}
