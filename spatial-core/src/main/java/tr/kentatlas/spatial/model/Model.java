package tr.kentatlas.spatial.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole model: themes with their feature types, the attributes common to all types, and the code lists. Read by {@link ModelReader}. */
public record Model(List<Theme> themes, List<Attribute> common, Map<String, CodeList> codeLists) {
    private static final Text YES = new Text("Evet", "Yes");
    private static final Text NO = new Text("Hayır", "No");
    private static final int SHORT_LIST = 60;

    public Model {
        themes = List.copyOf(themes);
        common = List.copyOf(common);
        codeLists = Map.copyOf(codeLists);
    }

    /** All feature types, theme by theme in the order of publication. */
    public List<FeatureType> types() {
        return themes.stream().flatMap(theme -> theme.types().stream()).toList();
    }

    public Optional<FeatureType> find(String type) {
        return types().stream().filter(t -> t.name().equals(type)).findFirst();
    }

    public FeatureType get(String type) {
        return find(type).orElseThrow(() -> new ModelException("no feature type '" + type + "'"));
    }

    public Theme theme(String name) {
        return themes.stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ModelException("no theme '" + name + "'"));
    }

    /** Common and own attributes of a type, in the order of its columns. */
    public List<Attribute> attributesOf(FeatureType type) {
        return Stream.concat(common.stream(), type.attributes().stream()).toList();
    }

    /** The same, by official name. */
    public Map<String, Attribute> byName(FeatureType type) {
        return attributesOf(type).stream()
                .collect(Collectors.toMap(Attribute::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    /** The code list of an attribute; empty for one that has none. */
    public Optional<CodeList> listOf(Attribute attribute) {
        return attribute.list() == null ? Optional.empty() : Optional.ofNullable(codeLists.get(attribute.list()));
    }

    /** The only values an attribute may have, by a list that nobody may add to and that is short; empty for any other attribute. */
    public List<String> onlyCodes(Attribute attribute) {
        return listOf(attribute).stream()
                .filter(list -> list.isClosed() && list.codes().size() <= SHORT_LIST)
                .flatMap(list -> list.codes().stream())
                .map(CodeList.Code::code)
                .toList();
    }

    /** The words of a code, or of what is true or not; one outside its list is shown as it is. */
    public Text words(Attribute attribute, String code) {
        if (attribute.type() == AttributeType.BOOLEAN) return code.equals("true") ? YES : NO;
        return listOf(attribute)
                .flatMap(list -> list.find(code))
                .map(CodeList.Code::title)
                .orElseGet(() -> new Text(code, code));
    }
}
