package tr.kentatlas.spatial.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A feature type (detay sınıfı) of the city's model.
 *
 * @param name ASCII snake_case; the name of its table, collection and tile layer
 * @param theme name of its {@link Theme}
 * @param standard official class and source it follows
 * @param editor staff role that edits it
 * @param authority whose type it is: the ministry's model, or the city's own
 * @param geometry null for types without place, such as units and roads-as-names
 * @param label official name of the attribute that titles a feature for people; null: the kind and number do
 * @param reasonNotPublic legal ground on which the whole type has no public collection; null when it has one
 * @param mayLose share of its features a release may lose without anybody being asked; null: as much as most types
 * @param attributes own attributes, without those common to all types
 */
public record FeatureType(
        String name,
        String theme,
        Text title,
        Text description,
        String standard,
        Certainty certainty,
        Approval approval,
        String editor,
        Authority authority,
        @Nullable FeatureGeometry geometry,
        @Nullable String label,
        @Nullable String reasonNotPublic,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double mayLose,
        List<Attribute> attributes) {

    private static final double MOST_MAY_LOSE = 0.20;

    /** Whose model a type belongs to. */
    public enum Authority {
        MINISTRY,
        CITY
    }

    public FeatureType {
        if (mayLose != null && !(mayLose >= 0 && mayLose <= 1))
            throw new ModelException(name + ": mayLose is a share from 0 to 1");
        attributes = List.copyOf(attributes);
    }

    public boolean isPublic() {
        return reasonNotPublic == null;
    }

    /** The share of its features a release may lose without anybody being asked. */
    public double allowedLoss() {
        return mayLose == null ? MOST_MAY_LOSE : mayLose;
    }

    /** Finds an own attribute by its official name. */
    public Optional<Attribute> attribute(String officialName) {
        return attributes.stream().filter(a -> a.name().equals(officialName)).findFirst();
    }
}
