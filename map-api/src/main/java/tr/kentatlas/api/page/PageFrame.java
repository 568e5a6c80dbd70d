package tr.kentatlas.api.page;

import java.util.List;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.city.City;
import tr.kentatlas.api.http.CurrentAddress;
import tr.kentatlas.spatial.feature.Attribution;

/** What stands around the content of every data page; the templates ask for it by name. */
@Component("pageFrame")
public final class PageFrame {
    private final City city;
    private final PageFiles files;

    PageFrame(City city, PageFiles files) {
        this.city = city;
        this.files = files;
    }

    /** The frame of the page that is being written. */
    public Frame current() {
        Locale locale = LocaleContextHolder.getLocale();
        String other = locale.getLanguage().equals("en") ? "tr" : "en";
        return new Frame(
                locale.getLanguage(),
                city.name(),
                city.credits().all(),
                city.isSample(),
                files.script(),
                files.styles(),
                other,
                CurrentAddress.path("lang", other),
                CurrentAddress.path("f", "json"));
    }

    /** What a link to other data of the same release ends with, behind its other parameters. */
    public String asOf() {
        String asOf = CurrentAddress.asOf();
        return asOf.isEmpty() ? "" : "&" + asOf;
    }

    /**
     * The fixed parts of a page.
     *
     * @param sample whether the city is made up
     * @param otherHref the same page in the other language
     * @param dataHref the same content for programs
     */
    public record Frame(
            String lang,
            String city,
            List<Attribution> credits,
            boolean sample,
            String script,
            List<String> styles,
            String otherLang,
            String otherHref,
            String dataHref) {}
}
