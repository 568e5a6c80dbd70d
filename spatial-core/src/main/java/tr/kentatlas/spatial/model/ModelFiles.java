package tr.kentatlas.spatial.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The shapes of the YAML files, as written; {@link ModelAssembly} turns them into the model. */
final class ModelFiles {
    private ModelFiles() {}

    record Themes(List<ThemeEntry> themes) {}

    record ThemeEntry(String name, String code, Text title) {}

    record Common(List<AttributeEntry> attributes) {}

    record GeometryEntry(String name, String type, String certainty) {}

    record Type(
            String name,
            String theme,
            Text title,
            Text description,
            String standard,
            String certainty,
            Approval approval,
            String editor,
            FeatureType.Authority authority,
            @Nullable GeometryEntry geometry,
            @Nullable String label,
            @JsonProperty("public") @Nullable Boolean isPublic,
            @Nullable String reasonNotPublic,
            @Nullable Double mayLose,
            @Nullable Institutions institutions,
            List<AttributeEntry> attributes) {}

    record AttributeEntry(
            String column,
            String name,
            AttributeType type,
            @Nullable String multiplicity,
            @Nullable String unit,
            @Nullable String list,
            @Nullable String target,
            @Nullable String geometryType,
            Text title,
            String certainty,
            @JsonProperty("public") @Nullable Boolean isPublic,
            @Nullable String reasonNotPublic,
            @Nullable List<String> hiddenValues,
            @Nullable Boolean ofInstitutions,
            @Nullable String group) {}

    record Codes(
            String name,
            Text title,
            String source,
            String certainty,
            CodeList.Extensibility extensible,
            List<CodeEntry> codes) {}

    record CodeEntry(
            String code,
            String tr,
            @Nullable String en,
            @Nullable String parent,
            @Nullable String inspire,
            @Nullable String symbol,
            @Nullable List<String> also,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    /** {@code SEEN-2nd} in the files is {@link Certainty#SEEN_2ND}. */
    static Certainty certainty(String text) {
        return Certainty.valueOf(text.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    /** {@code MultiPolygon} in the files is {@link GeometryType#MULTI_POLYGON}. */
    static GeometryType geometryType(String text) {
        for (GeometryType type : GeometryType.values()) {
            if (type.sqlName().equals(text)) return type;
        }
        throw new ModelException("no geometry type '" + text + "'");
    }
}
