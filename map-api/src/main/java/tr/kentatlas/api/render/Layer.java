package tr.kentatlas.api.render;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.map.FinerPlans;
import tr.kentatlas.spatial.store.map.PictureStore;

/**
 * One layer of a picture: which features, the values that decide how they look, and one or more coats drawn one over the other.
 *
 * @param filter which features, in CRS84; null for all
 * @param values handed to the coats in this order
 * @param finer plans whose ground the features leave free; null for none
 */
public record Layer(
        VisibleType type,
        Cql2.@Nullable Predicate filter,
        List<PictureStore.Value> values,
        List<Coat> coats,
        @Nullable FinerPlans finer) {
    public Layer {
        values = List.copyOf(values);
        coats = List.copyOf(coats);
    }

    public Layer(VisibleType type, Cql2.@Nullable Predicate filter, List<PictureStore.Value> values, List<Coat> coats) {
        this(type, filter, values, coats, null);
    }

    /** The same where finer plans leave it room. */
    public Layer beneath(FinerPlans plans) {
        return new Layer(type, filter, values, coats, plans);
    }

    /** The values of one feature, in the layer's order. */
    @FunctionalInterface
    public interface Values {
        @Nullable
        Object at(int index);
    }

    /** Chooses the symbol of a feature by its values; null leaves it out. Equal values must give equal symbols. */
    @FunctionalInterface
    public interface Coat {
        @Nullable
        Symbol symbol(Values values);

        /** Which features of the coat lie over others: those with more over those with less. */
        default double rank(Values values) {
            return 0;
        }
    }
}
