package tr.kentatlas.api.http;

import java.util.List;
import java.util.stream.Stream;
import tr.kentatlas.api.city.Credits;
import tr.kentatlas.spatial.feature.Attribution;

/** A link of an OGC API answer (RFC 8288). */
public record Link(String href, String rel, String type, String title) {
    /** To the licences of the data that is shown. */
    public static List<Link> ofLicences(Credits credits) {
        return credits.all().stream().flatMap(Link::ofLicence).toList();
    }

    private static Stream<Link> ofLicence(Attribution one) {
        return Stream.ofNullable(one.link()).map(href -> new Link(href, "license", MediaTypes.HTML, one.text()));
    }
}
