package tr.kentatlas.spatial.feature.cql2;

import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.spatial.feature.cql2.Cql2.Predicate;
import tr.kentatlas.spatial.feature.refusal.Phrase;

/** Reads CQL2 JSON (OGC 21-065r2 §8.3). */
public final class Cql2Json {
    /** Longest filter, in UTF-16 characters; more than in text, since a polygon takes more room here. */
    public static final int LONGEST = 1_000_000;

    // Each level of a filter is an object and a list; a geometry at the bottom has five more.
    private static final int DEEPEST_JSON = 2 * Depth.DEEPEST + 20;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST_JSON)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Cql2Json() {}

    /**
     * Reads a whole filter.
     *
     * @throws Cql2SyntaxException with a JSON pointer to the first fault
     */
    public static Predicate parse(String json) {
        if (json.length() > LONGEST) {
            throw error(Phrase.TOO_LONG, LONGEST, json.length());
        }
        return new JsonParser().filter(tree(json));
    }

    /**
     * Reads a geometry as GeoJSON writes it (RFC 7946 §3.1).
     *
     * @throws Cql2SyntaxException with a JSON pointer to the first fault
     */
    public static Geometry geometry(JsonNode json) {
        return GeoJsonReader.geometry(json, "");
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (StreamConstraintsException e) {
            throw error(Phrase.TOO_DEEP_OR_LONG_NUMBERS, Depth.DEEPEST);
        } catch (JacksonException e) {
            var location = e.getLocation();
            throw location == null
                    ? error(Phrase.NO_JSON)
                    : error(Phrase.NO_JSON_AT, location.getLineNr(), location.getColumnNr());
        }
    }

    private static Cql2SyntaxException error(Phrase phrase, Object... values) {
        return new Cql2SyntaxException(new Place.Pointer(""), phrase, values);
    }
}
