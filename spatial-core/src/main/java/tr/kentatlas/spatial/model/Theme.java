package tr.kentatlas.spatial.model;

import java.util.List;

/**
 * A theme of the ministry's model: the unit that is frozen, approved and published together.
 *
 * @param code INSPIRE/TUCBS theme code ({@code BU}, {@code AD} …); {@code CITY} for the city's own
 * @param approval the strongest approval any of its types needs
 */
public record Theme(String name, String code, Text title, Approval approval, List<FeatureType> types) {
    public Theme {
        types = List.copyOf(types);
    }
}
