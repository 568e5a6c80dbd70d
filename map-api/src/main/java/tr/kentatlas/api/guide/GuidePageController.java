package tr.kentatlas.api.guide;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tr.kentatlas.api.http.Open;

/** {@code /}: the City Guide's page. A method, so that whoever comes with a key that is refused is told why, as everywhere. */
@Controller
@Open
class GuidePageController {

    @GetMapping("/")
    String page() {
        return "forward:/index.html";
    }
}
