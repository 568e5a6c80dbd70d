package tr.kentatlas.spatial.model;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of a feature type.
 *
 * @param column ASCII snake_case column of the feature tables
 * @param name exact official spelling, used in APIs, views and files
 * @param unit UCUM-like unit ({@code m}, {@code m2}) or null for a bare number
 * @param list code list of a {@link AttributeType#CODE} attribute
 * @param target feature type a {@link AttributeType#REFERENCE} attribute points to; null when it may point to several
 * @param geometryType of a {@link AttributeType#GEOMETRY} attribute
 * @param reasonNotPublic legal ground on which the public does not see it; null when it is public
 * @param hiddenValues values the public does not see, such as a dwelling count of 1: in the place of a number stands nothing, in that of a
 *     code the broadest one above it
 * @param onlyOf the features whose value alone the public sees; null where it sees that of each
 * @param group of lists that are held side by side, the first value of each belonging together, and so on; null for one by itself
 */
public record Attribute(
        String column,
        String name,
        AttributeType type,
        Multiplicity multiplicity,
        @Nullable String unit,
        @Nullable String list,
        @Nullable String target,
        @Nullable GeometryType geometryType,
        Text title,
        Certainty certainty,
        @Nullable String reasonNotPublic,

        @JsonAlias("hiddenValue") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<String> hiddenValues,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Institutions onlyOf,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String group) {

    /** The model of an older release knows one hidden value, or none. */
    public Attribute {
        hiddenValues = List.copyOf(Objects.requireNonNullElse(hiddenValues, List.of()));
    }

    public boolean isPublic() {
        return reasonNotPublic == null;
    }

    /** Whether the public sees it with all its values, of all features. */
    public boolean isFullyPublic() {
        return isPublic() && hiddenValues.isEmpty() && onlyOf == null;
    }

    /** Whether it holds days or instants. */
    public boolean isTime() {
        return type == AttributeType.DATE || type == AttributeType.INSTANT;
    }

    /** Whether it holds numbers. */
    public boolean isNumber() {
        return type == AttributeType.INTEGER || type == AttributeType.LONG || type == AttributeType.DECIMAL;
    }

    /** Whether it holds one of a few known values. */
    public boolean isCategory() {
        return type == AttributeType.CODE || type == AttributeType.BOOLEAN;
    }

    public boolean isMany() {
        return multiplicity.many();
    }
}
