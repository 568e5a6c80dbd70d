package tr.kentatlas.spatial.model;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds the model from its files and refuses what contradicts itself, naming the type and the attribute. */
final class ModelAssembly {
    private static final Pattern SQL_NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final Pattern OFFICIAL_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,62}");

    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,9}");

    private final ModelFiles.Themes themes;
    private final List<Attribute> common;
    private final List<FeatureType> types;
    private final Map<String, CodeList> lists;

    ModelAssembly(
            ModelFiles.Themes themes,
            ModelFiles.Common common,
            List<ModelFiles.Type> types,
            List<ModelFiles.Codes> lists) {
        this.themes = themes;
        this.common = common.attributes().stream()
                .map(a -> attribute("common", a, null))
                .toList();
        this.types = types.stream().map(this::type).toList();
        this.lists = lists.stream()
                .map(ModelAssembly::codeList)
                .collect(Collectors.toUnmodifiableMap(CodeList::name, Function.identity()));
    }

    Model assemble() {
        types.forEach(this::check);
        return new Model(themes.themes().stream().map(this::theme).toList(), common, lists);
    }

    private Theme theme(ModelFiles.ThemeEntry entry) {
        List<FeatureType> own =
                types.stream().filter(t -> t.theme().equals(entry.name())).toList();
        Approval strongest = own.stream()
                .map(FeatureType::approval)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new ModelException("theme " + entry.name() + " has no type"));
        return new Theme(entry.name(), entry.code(), entry.title(), strongest, own);
    }

    private FeatureType type(ModelFiles.Type file) {
        requireSqlName(file.name(), file.name());
        var geometry = file.geometry();
        return new FeatureType(
                file.name(),
                file.theme(),
                file.title(),
                file.description(),
                file.standard(),
                ModelFiles.certainty(file.certainty()),
                file.approval(),
                file.editor(),
                file.authority(),
                geometry == null
                        ? null
                        : new FeatureGeometry(
                                geometry.name(),
                                ModelFiles.geometryType(geometry.type()),
                                ModelFiles.certainty(geometry.certainty())),
                file.label(),
                publicity(file.name(), file.isPublic(), file.reasonNotPublic()),
                file.mayLose(),
                file.attributes().stream()
                        .map(a -> attribute(file.name(), a, file.institutions()))
                        .toList());
    }

    private static Attribute attribute(
            String type, ModelFiles.AttributeEntry entry, @Nullable Institutions institutions) {
        String where = type + "." + entry.column();
        requireSqlName(where, entry.column());
        if (!OFFICIAL_NAME.matcher(entry.name()).matches()) throw new ModelException(where + ": bad name");
        return new Attribute(
                entry.column(),
                entry.name(),
                entry.type(),
                Multiplicity.parse(Objects.requireNonNullElse(entry.multiplicity(), "0..1")),
                entry.unit(),
                entry.list(),
                entry.target(),
                entry.geometryType() == null ? null : ModelFiles.geometryType(entry.geometryType()),
                entry.title(),
                ModelFiles.certainty(entry.certainty()),
                publicity(where, entry.isPublic(), entry.reasonNotPublic()),
                Objects.requireNonNullElse(entry.hiddenValues(), List.of()),
                Boolean.TRUE.equals(entry.ofInstitutions())
                        ? Objects.requireNonNull(institutions, where + ": the type names no institutions")
                        : null,
                entry.group());
    }

    private static CodeList codeList(ModelFiles.Codes file) {
        List<CodeList.Code> codes = file.codes().stream()
                .map(c -> new CodeList.Code(
                        c.code(),
                        new Text(c.tr(), Objects.requireNonNullElse(c.en(), c.tr())),
                        c.parent(),
                        c.inspire(),
                        c.symbol(),
                        Objects.requireNonNullElse(c.also(), List.of()),
                        c.from(),
                        c.until()))
                .toList();
        return new CodeList(
                file.name(),
                file.title(),
                file.source(),
                ModelFiles.certainty(file.certainty()),
                file.extensible(),
                codes);
    }

    /** Public must be said, or the legal ground against it; saying neither or both is a mistake. */
    private static @Nullable String publicity(String where, @Nullable Boolean isPublic, @Nullable String reason) {
        boolean open = Boolean.TRUE.equals(isPublic);
        if (open == (reason != null)) {
            throw new ModelException(where + ": say either 'public: true' or 'reasonNotPublic: …'");
        }
        return reason;
    }

    private void check(FeatureType type) {
        Set<String> columns = new HashSet<>(Set.of(FeatureGeometry.COLUMN, "tucbs_no"));
        Set<String> names = new HashSet<>();
        Stream.concat(common.stream(), type.attributes().stream()).forEach(attribute -> {
            String where = type.name() + "." + attribute.column();
            if (!columns.add(attribute.column())) throw new ModelException(where + ": column twice");
            if (!names.add(attribute.name())) throw new ModelException(where + ": name twice: " + attribute.name());
            checkReferences(where, attribute);
            checkHidden(where, attribute);
            if (attribute.group() != null && !attribute.isMany())
                throw new ModelException(where + ": no list, no group");
            if (attribute.onlyOf() != null) checkInstitutions(type, where, attribute.onlyOf());
        });
        if (themes.themes().stream().noneMatch(t -> t.name().equals(type.theme()))) {
            throw new ModelException(type.name() + ": no theme '" + type.theme() + "'");
        }
        if (type.label() != null && type.attribute(type.label()).isEmpty()) {
            throw new ModelException(type.name() + ": label names no attribute: " + type.label());
        }
    }

    private void checkReferences(String where, Attribute attribute) {
        boolean coded = attribute.type() == AttributeType.CODE;
        if (coded != (attribute.list() != null)) throw new ModelException(where + ": a code needs its list");
        if (attribute.list() != null && !lists.containsKey(attribute.list())) {
            throw new ModelException(where + ": no code list '" + attribute.list() + "'");
        }
        if (attribute.target() != null && types.stream().noneMatch(t -> t.name().equals(attribute.target()))) {
            throw new ModelException(where + ": no target type '" + attribute.target() + "'");
        }
        boolean shaped = attribute.type() == AttributeType.GEOMETRY;
        if (shaped != (attribute.geometryType() != null)) {
            throw new ModelException(where + ": a geometry needs its geometryType");
        }
    }

    private void checkHidden(String where, Attribute attribute) {
        for (String hidden : attribute.hiddenValues()) {
            boolean canHide =
                    attribute.isNumber() ? WHOLE_NUMBER.matcher(hidden).matches() : hasBroader(attribute, hidden);
            if (!canHide || attribute.isMany()) throw new ModelException(where + ": cannot hide '" + hidden + "'");
        }
    }

    /** Each column is a code of the type's own, each code in the list of one of them. */
    private void checkInstitutions(FeatureType type, String where, Institutions institutions) {
        List<CodeList> known = institutions.columns().stream()
                .flatMap(column -> type.attributes().stream()
                        .filter(a -> a.column().equals(column) && a.list() != null && !a.isMany()))
                .map(a -> Objects.requireNonNull(lists.get(Objects.requireNonNull(a.list()))))
                .toList();
        if (known.size() != institutions.columns().size()) throw new ModelException(where + ": no column of codes");
        for (String code : institutions.codes())
            if (known.stream().noneMatch(list -> list.find(code).isPresent()))
                throw new ModelException(where + ": no code '" + code + "'");
    }

    private boolean hasBroader(Attribute attribute, String code) {
        CodeList list = attribute.list() == null ? null : lists.get(attribute.list());
        return list != null && !list.broadest(code).equals(code);
    }

    private static void requireSqlName(String where, String name) {
        if (!SQL_NAME.matcher(name).matches()) throw new ModelException(where + ": name must be ASCII snake_case");
    }
}
