package tr.kentatlas.api.city;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import tr.kentatlas.spatial.feature.Attribution;

/** Whose data the city is made of, as their licences ask; asked for when a release begins to be served. */
public final class Credits {
    private static final String BETWEEN = " · ";

    private final Supplier<List<Attribution>> source;
    private volatile List<Attribution> known = List.of();

    public Credits(Supplier<List<Attribution>> source) {
        this.source = source;
    }

    /** Of a city that owes nobody anything. */
    public static Credits none() {
        return new Credits(List::of);
    }

    public void renew() {
        known = List.copyOf(source.get());
    }

    public List<Attribution> all() {
        return known;
    }

    /** On one line; empty where there are none. */
    public String text() {
        return known.stream().map(Attribution::text).collect(Collectors.joining(BETWEEN));
    }

    /** The same as HTML with links to the licences, as maps show it. */
    public String html() {
        return known.stream().map(Credits::html).collect(Collectors.joining(BETWEEN));
    }

    private static String html(Attribution one) {
        String text = HtmlUtils.htmlEscape(one.text(), "UTF-8");
        if (one.link() == null) return text;
        return "<a href=\"" + HtmlUtils.htmlEscape(one.link(), "UTF-8") + "\">" + text + "</a>";
    }
}
