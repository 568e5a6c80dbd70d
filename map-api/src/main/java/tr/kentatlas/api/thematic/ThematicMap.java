package tr.kentatlas.api.thematic;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.thematic.classes.Method;
import tr.kentatlas.spatial.feature.Crs;
import tr.kentatlas.spatial.feature.FeatureQuery;
import tr.kentatlas.spatial.feature.Page;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.store.thematic.Measure;

/**
 * The whole definition of a thematic map. Everything else, its classes, its legend and each drawing, follows from it, the release and
 * the grant of whoever looks.
 *
 * @param type name of the feature type shown
 * @param measure what it is classed by; for categories a bare property
 * @param filter which features are shown, in CRS84; null for all
 * @param classes how many are wanted; methods that follow the data may find fewer
 * @param limits limits between classes where the method is {@link Method#MANUAL}
 * @param noData colour of features without value; null leaves them out
 * @param source what the map says about where its data comes from
 */
public record ThematicMap(
        String type,
        Measure measure,
        Cql2.@Nullable Predicate filter,
        Method method,
        int classes,
        List<Double> limits,
        Colours colours,
        @Nullable String noData,
        Text title,
        Text source) {

    /** Bounds of the number of classes. */
    public static final int FEWEST_CLASSES = 2;

    public static final int MOST_CLASSES = 12;

    /** Which palette, and which end of it the lowest class has. */
    public record Colours(Palette palette, Order order) {
        List<String> of(int classes) {
            return order == Order.REVERSED ? palette.reversed(classes) : palette.colours(classes);
        }

        /**
         * For classes on both sides of a mean: of a palette with two ends as many colours on either side of its middle; any other one has
         * no middle.
         *
         * @param middle how many classes, 0 or 1, hold the mean itself
         */
        List<String> around(int below, int middle, int above) {
            if (palette.kind() != Palette.Kind.DIVERGING) return of(below + middle + above);
            int side = Math.max(below, above);
            return of(2 * side + middle).subList(side - below, side + middle + above);
        }
    }

    /** The way through a palette. */
    public enum Order {
        AS_IS,
        REVERSED
    }

    public ThematicMap {
        limits = List.copyOf(limits);
    }

    /** The property a map of categories shows. */
    Cql2.Property property() {
        if (measure.value() instanceof Cql2.Property property) return property;
        throw new IllegalStateException("categories are of a bare property");
    }

    /** The question whose features are shown. */
    public FeatureQuery query() {
        FeatureQuery all = FeatureQuery.all(type, Page.first(1));
        return filter == null ? all : all.where(filter, Crs.CRS84);
    }
}
