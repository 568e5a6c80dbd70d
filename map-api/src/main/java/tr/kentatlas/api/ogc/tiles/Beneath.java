package tr.kentatlas.api.ogc.tiles;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.access.View;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.feature.cql2.Cql2Text;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.CodeList;
import tr.kentatlas.spatial.store.QuestionCheck;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.filter.UnknownPropertyException;
import tr.kentatlas.spatial.store.map.FinerPlans;

/**
 * Features belong to plans and are not drawn where more detailed or later ones lie.
 *
 * @param type of the plans
 * @param reference the features' field that names their plan
 * @param scale the plans' field of the scale, {@code level} that of a code, the most detailed last in its list
 * @param since the plans' field of the day from which they count
 * @param filter which plans count
 */
record Beneath(String type, String reference, String scale, String level, String since, String filter) {

    /** Empty where the caller does not see what decides, or plans and features stand before different walls. */
    Optional<FinerPlans> finer(View view, VisibleType features) {
        return view.find(type)
                .filter(plans -> plans.readsPublicCopy() == features.readsPublicCopy())
                .filter(plans -> mayBeChosenBy(view, plans, filter))
                .flatMap(plans -> features.attribute(reference).flatMap(own -> finer(plans, own)));
    }

    private Optional<FinerPlans> finer(VisibleType plans, Attribute own) {
        return plans.attribute(scale)
                .flatMap(number -> plans.attribute(level)
                        .map(code -> new FinerPlans(
                                plans,
                                own,
                                number,
                                code,
                                levels(plans, code),
                                plans.attribute(since).orElse(null),
                                Cql2Text.parse(filter))));
    }

    /** A choice by a value that is hidden from the caller would show it. */
    static boolean mayBeChosenBy(View view, VisibleType visible, @Nullable String filter) {
        if (filter == null) return true;
        try {
            new QuestionCheck(view.edition(), visible).filter(Cql2Text.parse(filter), Crs.CRS84);
            return true;
        } catch (UnknownPropertyException hidden) {
            return false;
        }
    }

    private static List<String> levels(VisibleType plans, Attribute level) {
        return plans.entry().model().listOf(level).stream()
                .flatMap(list -> list.codes().stream())
                .map(CodeList.Code::code)
                .toList();
    }
}
