package tr.kentatlas.spatial.delivery;

import java.util.List;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.model.Theme;

/** The model as it may have been. */
final class EarlierModel {
    private EarlierModel() {}

    /** The model as it was before an attribute came. */
    static Model without(String typeName, String attribute) {
        Model model = TestCity.MODEL;
        List<Theme> themes = model.themes().stream()
                .map(theme -> new Theme(
                        theme.name(),
                        theme.code(),
                        theme.title(),
                        theme.approval(),
                        theme.types().stream()
                                .map(type -> type.name().equals(typeName) ? without(type, attribute) : type)
                                .toList()))
                .toList();
        return new Model(themes, model.common(), model.codeLists());
    }

    private static FeatureType without(FeatureType type, String attribute) {
        return new FeatureType(
                type.name(),
                type.theme(),
                type.title(),
                type.description(),
                type.standard(),
                type.certainty(),
                type.approval(),
                type.editor(),
                type.authority(),
                type.geometry(),
                type.label(),
                type.reasonNotPublic(),
                type.mayLose(),
                type.attributes().stream()
                        .filter(a -> !a.name().equals(attribute))
                        .toList());
    }
}
