package tr.kentatlas.spatial.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tr.kentatlas.spatial.model.AttributeType;

/**
 * Layers as a receiver prescribes them, from {@code data/profiles}: which view shows which features in which columns.
 *
 * @param schema database schema of the views
 * @param srid EPSG code of their geometries
 */
public record LayerProfile(String schema, int srid, List<Layer> views) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    /**
     * One view.
     *
     * @param type feature type it shows
     * @param where null for all of them
     */
    public record Layer(String name, String type, @Nullable Where where, List<Field> columns) {
        public Layer {
            columns = List.copyOf(columns);
        }
    }

    /** Keeps the features whose attribute, named officially, has one of the values. */
    public record Where(String attribute, List<String> values) {
        public Where {
            values = List.copyOf(values);
        }
    }

    /**
     * One column.
     *
     * @param name exact spelling
     * @param from official name of the attribute it shows, when it differs
     * @param as how a code is sent; null as it is stored
     * @param type of a column that is always empty
     * @param emptyBecause why it cannot be filled; null when it is
     * @param pairs what it collects as code=value; null for a column of one attribute
     */
    public record Field(
            String name,
            @Nullable String from,
            @Nullable Form as,
            @Nullable AttributeType type,
            @Nullable String emptyBecause,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Pairs pairs) {

        public String attribute() {
            return Objects.requireNonNullElse(from, name);
        }
    }

    /**
     * A column of code=value pairs: those of attributes that have a column of their own, then the codes the field's attribute lists.
     *
     * @param of the official name of the attribute each code tells
     * @param values the attribute that lists the values of the listed codes
     */
    public record Pairs(Map<String, String> of, String values) {
        public Pairs {
            of = Collections.unmodifiableMap(new LinkedHashMap<>(of));
        }
    }

    /** A form of a code. */
    public enum Form {
        @JsonProperty("title")
        TITLE
    }

    public LayerProfile {
        views = List.copyOf(views);
    }

    /** Reads {@code data/profiles/<name>.yaml} from the class path. */
    public static LayerProfile read(String name) {
        try (InputStream in = new ClassPathResource("kentatlas/profiles/" + name + ".yaml").getInputStream()) {
            return YAML.readValue(in, LayerProfile.class);
        } catch (IOException | JacksonException e) {
            throw new IllegalStateException("profile " + name + ": " + e.getMessage(), e);
        }
    }
}
