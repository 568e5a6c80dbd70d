package tr.kentatlas.api.desk;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tr.kentatlas.api.access.Permits;
import tr.kentatlas.api.access.Role;

/**
 * {@code /api/desk/ogc}: the OGC API as who is signed in may see it. The public addresses look at no cookie, so staff read through the
 * desk; it is the same code with another grant.
 */
@Controller
class DataController {
    private static final String DESK = "/api/desk";

    @GetMapping({"/api/desk/ogc", "/api/desk/ogc/{*path}"})
    @Permits({Role.VIEWER, Role.PLANNER, Role.EDITOR, Role.NUMBERING, Role.STEWARD, Role.AGREEMENTS, Role.AUDITOR})
    String data(HttpServletRequest request) {
        return "forward:" + request.getRequestURI().substring(DESK.length());
    }
}
