package tr.kentatlas.api.access;

import java.util.List;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.Model;

/** What of the working data a member of staff sees: the types and attributes of the model that their roles need. */
public final class StaffSight {
    private StaffSight() {}

    public static boolean sees(Staff staff, FeatureType type) {
        return Need.permits(staff.roles(), type);
    }

    /** Those of which their roles need all values, in the order of the model: working data has no public copy. */
    public static List<Attribute> attributes(Staff staff, Model model, FeatureType type) {
        return model.attributesOf(type).stream()
                .filter(attribute -> Need.permitsWhole(staff.roles(), type, attribute))
                .toList();
    }
}
