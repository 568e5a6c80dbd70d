package tr.kentatlas.api.ogc.features;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.access.Views;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.feature.Feature;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.feature.Page;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.FeatureStore;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.row.GeoJsonFeature;

/** Reads requests for features, and finds single ones; the same for GeoJSON and for pages. */
@Component
final class ItemsQuestions {
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Views views;
    private final FeatureStore features;
    private final Cursors cursors;

    ItemsQuestions(Views views, FeatureStore features, Cursors cursors) {
        this.views = views;
        this.features = features;
        this.cursors = cursors;
    }

    ItemsQuestion ofItems(String collection, MultiValueMap<String, String> parameters, HttpServletRequest request) {
        View view = pinned(parameters, request);
        VisibleType type = view.type(collection);
        FeatureQuery query = ItemsRequest.items(parameters, type, view, cursors::read);
        return new ItemsQuestion(view, type, query, own(parameters));
    }

    ItemsQuestion ofItem(String collection, MultiValueMap<String, String> parameters, HttpServletRequest request) {
        View view = views.of(request);
        VisibleType type = view.type(collection);
        FeatureQuery query = ItemsRequest.item(parameters, type, view);
        return new ItemsQuestion(view, type, query, own(parameters));
    }

    /** What was asked, as the audit keeps it. */
    static String asked(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getQueryString(), "");
    }

    /** The feature of that identity; what is hidden is as absent as what never was. */
    Feature require(ItemsQuestion question, String id) {
        return require(question, id, features::find);
    }

    /** The same as GeoJSON. */
    GeoJsonFeature requireGeoJson(ItemsQuestion question, String id) {
        return require(question, id, features::geoJson);
    }

    private static <T> T require(ItemsQuestion question, String id, Finder<T> finder) {
        return identity(id)
                .flatMap(uuid -> finder.find(
                        question.view().edition(),
                        question.type(),
                        uuid,
                        question.query().crs()))
                .orElseThrow(() -> Problem.notFound(Wording.of("items.none", id, question.collection())));
    }

    /** Looks for one feature. */
    @FunctionalInterface
    private interface Finder<T> {
        Optional<T> find(Edition edition, VisibleType type, UUID id, Crs crs);
    }

    /** A cursor keeps all pages of a question in the release its first page came from. */
    private View pinned(MultiValueMap<String, String> parameters, HttpServletRequest request) {
        String cursor = parameters.getFirst("cursor");
        if (cursor == null || parameters.containsKey("release")) return views.of(request);
        Long release = release(cursor);
        return release == null ? views.of(request) : views.at(release, request);
    }

    /** The cursor of the page after that position. */
    String cursor(ItemsQuestion question, Page.Position position) {
        return cursors.write(question, position);
    }

    private @Nullable Long release(String cursor) {
        try {
            return cursors.read(cursor).release();
        } catch (IllegalArgumentException e) {
            return null; // told with all other faults
        }
    }

    private static Map<String, String> own(MultiValueMap<String, String> parameters) {
        Map<String, String> own = new TreeMap<>(parameters.toSingleValueMap());
        own.keySet().removeAll(Set.of("f", "lang", "cursor"));
        return own;
    }

    /** Stricter than {@link UUID#fromString}, which takes {@code 1-1-1-1-1}. */
    private static Optional<UUID> identity(String text) {
        return UUID_TEXT.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
