package tr.kentatlas.api.ogc.features;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.feature.Page;

/**
 * Where a page ended, as an opaque text for the next link. It carries the release, so that all pages come from one, and a fingerprint
 * of the question, so that it cannot be used with another.
 */
record Cursor(long release, int question, long ordinal, List<Page.SortValue> sortValues) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Cursor of(long release, FeatureQuery query, Page.Position position) {
        return new Cursor(release, fingerprint(query), position.ordinal(), position.sortValues());
    }

    static Cursor parse(String text) {
        try {
            byte[] json = Base64.getUrlDecoder().decode(text);
            Stored stored = JSON.readValue(new String(json, StandardCharsets.UTF_8), Stored.class);
            if (stored == null
                    || stored.sortValues() == null
                    || stored.sortValues().contains(null)) throw notOurs(null);
            return new Cursor(stored.release(), stored.question(), stored.ordinal(), stored.sortValues());
        } catch (IllegalArgumentException | JacksonException e) {
            throw notOurs(e);
        }
    }

    boolean belongsTo(long servedRelease, FeatureQuery query) {
        return release == servedRelease
                && question == fingerprint(query)
                && sortValues.size() == query.sort().size();
    }

    Page.Position position() {
        return new Page.Position(sortValues, ordinal);
    }

    String text() {
        Stored stored = new Stored(release, question, ordinal, sortValues);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JSON.writeValueAsString(stored).getBytes(StandardCharsets.UTF_8));
    }

    private static IllegalArgumentException notOurs(@Nullable Exception cause) {
        return new IllegalArgumentException("this is no cursor of ours: take it from a 'next' link as it is", cause);
    }

    private static int fingerprint(FeatureQuery query) {
        return query.fingerprint().hashCode();
    }

    /** As it comes back, which may be anything. */
    private record Stored(
            long release,
            int question,
            long ordinal,
            @Nullable List<Page.SortValue> sortValues) {}
}
