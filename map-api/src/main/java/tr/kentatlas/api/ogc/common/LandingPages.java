package tr.kentatlas.api.ogc.common;

import java.time.LocalDate;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import tr.kentatlas.api.access.Reaches;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.http.MediaTypes;
import tr.kentatlas.api.http.Open;
import tr.kentatlas.api.page.ValueWords;
import tr.kentatlas.spatial.feature.time.CityTime;

/** The landing page and the conformance declaration for people. */
@Controller
@Open
class LandingPages {

    private final Reaches reaches;

    LandingPages(Reaches reaches) {
        this.reaches = reaches;
    }

    @GetMapping(
            path = {"/ogc", "/ogc/"},
            produces = MediaTypes.HTML)
    ModelAndView landing(View view, Locale locale) {
        ValueWords words = ValueWords.plain(locale);
        return new ModelAndView("landing")
                .addObject("release", view.edition().release())
                .addObject("day", words.day(LocalDate.ofInstant(view.edition().publishedAt(), CityTime.ZONE)))
                .addObject("collections", ListedCollections.of(view).size())
                .addObject("features", words.count(reaches.rows(view)));
    }

    @GetMapping(path = "/ogc/conformance", produces = MediaTypes.HTML)
    ModelAndView conformance() {
        return new ModelAndView("conformance").addObject("classes", LandingController.CLASSES);
    }
}
