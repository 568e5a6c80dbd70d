package tr.kentatlas.api.planning;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.access.Permits;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.Staff;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;

/** {@code /api/desk/planning/runs}: how far one's own question is, and the end of it. */
@RestController
@RequestMapping("/api/desk/planning/runs")
@Permits({Role.VIEWER, Role.PLANNER, Role.EDITOR, Role.STEWARD})
class RunsController {
    private final Runs runs;

    RunsController(Runs runs) {
        this.runs = runs;
    }

    @GetMapping("/{name}")
    Run.Progress progress(Staff staff, @PathVariable String name) {
        return find(staff, name).progress();
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(Staff staff, @PathVariable String name) {
        find(staff, name).stop();
    }

    private Run find(Staff staff, String name) {
        return runs.find(staff, name).orElseThrow(() -> Problem.notFound(Wording.of("planning.no-run")));
    }
}
