package tr.kentatlas.api.thematic;

import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.MadeOnce;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.problem.Problem;
import tr.kentatlas.api.problem.ValueWordings;
import tr.kentatlas.api.problem.Wording;
import tr.kentatlas.api.thematic.classes.Method;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.WallReader;
import tr.kentatlas.spatial.store.thematic.ClassStore;
import tr.kentatlas.spatial.store.thematic.Distribution;

/** Classes a thematic map for one view; kept while release, grant and definition are the same, since nothing else decides. */
@Component
public final class ClassedMaps {
    private static final int KEPT = 500;

    private final ClassStore store;
    private final MadeOnce<String, ClassedMap> known =
            new MadeOnce<>(Caffeine.newBuilder().maximumSize(KEPT).buildAsync());

    public ClassedMaps(WallReader reader) {
        this.store = new ClassStore(reader);
    }

    /**
     * The map as this caller sees it.
     *
     * @throws Problem when the caller does not see the type or a property, or the method cannot be used on the values
     */
    public ClassedMap of(View view, ThematicMap map) {
        VisibleType type = view.type(map.type());
        String key = view.edition().mark() + "/" + view.grantHash() + "/" + ThematicMapWriter.write(map);
        return known.get(key, () -> make(view, type, map));
    }

    private ClassedMap make(View view, VisibleType type, ThematicMap map) {
        if (map.method() == Method.CATEGORIES) {
            Cql2.Property property = map.property();
            Attribute attribute = type.attribute(property.name())
                    .orElseThrow(() -> Problem.invalid("value", Wording.of("request.property", property.name())));
            return new Categories(map, type, attribute).of(store.codes(view.edition(), type, map.query(), property));
        }
        Distribution values = store.numbers(view.edition(), type, map.query(), map.measure());
        try {
            return Classification.of(map, values, new MapWords(type));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("method", ValueWordings.of(e));
        }
    }
}
