package tr.kentatlas.api.planning;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tr.kentatlas.api.access.Permits;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.Staff;

/** {@code /api/desk/planning/runs}: how far one's own question is, and the end of it. */
@RestController
@RequestMapping("/api/desk/planning/runs")
@Permits({Role.VIEWER, Role.PLANNER, Role.EDITOR, Role.STEWARD})
class RunsController {
    private final Runs runs;

    RunsController(Runs runs) {
        this.runs = runs;
    }

    /** Nothing where no such question is being answered: whoever looks cannot know that it was just answered. */
    @GetMapping("/{name}")
    ResponseEntity<Run.Progress> progress(Staff staff, @PathVariable String name) {
        return runs.find(staff, name)
                .map(run -> ResponseEntity.ok(run.progress()))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(Staff staff, @PathVariable String name) {
        runs.find(staff, name).ifPresent(Run::stop);
    }
}
