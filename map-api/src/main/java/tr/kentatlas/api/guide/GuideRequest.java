package tr.kentatlas.api.guide;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.problem.Faults;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.search.PlaceIndex.Position;
import tr.kentatlas.spatial.search.SearchQuestion;
import tr.kentatlas.spatial.search.Slug;

/** Reads the parameters of one request of the guide, all of them bounded; a reader that fails notes the fault and all are told at once. */
final class GuideRequest {
    private static final int MOST_RESULTS = 50;
    private static final int LONGEST_NAME = 80;

    private final HttpServletRequest request;
    private final Faults faults = new Faults();

    GuideRequest(HttpServletRequest request) {
        this.request = request;
    }

    /** The text to be searched for, without signs nobody types on purpose. */
    String text() {
        String raw = parameter("q").orElse("");
        if (raw.length() > 4 * SearchQuestion.MOST_CHARACTERS) return fault("q", tooLong(), "");
        String cleaned = SearchQuestion.clean(raw);
        if (cleaned.isEmpty()) return fault("q", Wording.of("guide.text"), "");
        return cleaned.length() > SearchQuestion.MOST_CHARACTERS ? fault("q", tooLong(), "") : cleaned;
    }

    int limit(int usual) {
        return read("limit", Wording.of("guide.limit", MOST_RESULTS), value -> {
                    int limit = Integer.parseInt(value);
                    if (limit < 1 || limit > MOST_RESULTS) throw new IllegalArgumentException("out of range");
                    return limit;
                })
                .orElse(usual);
    }

    /** Where the caller is or looks; empty when not said. */
    Optional<Position> near() {
        Optional<Double> longitude = read("lon", Wording.of("guide.longitude"), value -> degrees(value, 180));
        Optional<Double> latitude = read("lat", Wording.of("guide.latitude"), value -> degrees(value, 90));
        if (longitude.isEmpty() != latitude.isEmpty() && faults.isEmpty()) {
            faults.add("lon, lat", "guide.both");
        }
        return longitude.flatMap(lon -> latitude.map(lat -> new Position(lon, lat)));
    }

    Position position() {
        Optional<Position> near = near();
        if (near.isEmpty() && faults.isEmpty()) faults.add("lon, lat", "guide.where");
        return near.orElse(new Position(0, 0));
    }

    /** Metres around a position. */
    double radius(double usual, int most) {
        return read("radius", Wording.of("guide.radius", most), value -> {
                    double radius = Double.parseDouble(value);
                    if (!(radius > 0 && radius <= most)) throw new IllegalArgumentException("out of range");
                    return radius;
                })
                .orElse(usual);
    }

    Instant at(Instant now) {
        return read("at", Wording.of("guide.moment"), Instant::parse).orElse(now);
    }

    /** A code such as {@code eczane}. */
    String kind() {
        String kind = parameter("kind").orElse("");
        return kind.matches("[A-Za-z0-9_]{1,40}") ? kind : fault("kind", Wording.of("guide.kind"), "");
    }

    /** A required name, as the pages' addresses have it. */
    String slug(String name) {
        String value = parameter(name).orElse("");
        boolean fits = !value.isBlank() && value.length() <= LONGEST_NAME;
        return fits ? Slug.of(value) : fault(name, Wording.of("guide.name", LONGEST_NAME), "");
    }

    boolean has(String name) {
        return parameter(name).isPresent();
    }

    /** Refuses the request when anything was wrong with it. */
    void check() {
        faults.settle();
    }

    /** Refuses a form by name ({@code f}) that an answer has not. */
    static void checkForm(HttpServletRequest request, String... forms) {
        String form = request.getParameter("f");
        if (form != null && !List.of(forms).contains(form)) {
            throw Problem.invalid("f", Wording.of("guide.form", String.join(", ", forms)));
        }
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.noPlace();
        }
    }

    private Optional<String> parameter(String name) {
        return Optional.ofNullable(request.getParameter(name));
    }

    private <T> Optional<T> read(String name, Wording rule, Function<String, T> reader) {
        @Nullable String value = request.getParameter(name);
        if (value == null) return Optional.empty();
        try {
            return Optional.of(reader.apply(value));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            faults.add(name, rule);
            return Optional.empty();
        }
    }

    private <T> T fault(String name, Wording rule, T instead) {
        faults.add(name, rule);
        return instead;
    }

    private static double degrees(String value, double most) {
        double degrees = Double.parseDouble(value);
        if (!(Math.abs(degrees) <= most)) throw new IllegalArgumentException("out of range");
        return degrees;
    }

    private static Wording tooLong() {
        return Wording.of("request.characters", SearchQuestion.MOST_CHARACTERS);
    }
}
