package tr.kentatlas.api.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;
import tr.kentatlas.spatial.store.FeatureStore;
import tr.kentatlas.spatial.store.Reach;
import tr.kentatlas.spatial.store.VisibleType;

/** How much of each type a caller sees, counted once for each release and grant. */
@Component
public final class Reaches {
    private static final int KEPT = 4_000;

    private final FeatureStore features;
    private final MadeOnce<Key, Reach> known =
            new MadeOnce<>(Caffeine.newBuilder().maximumSize(KEPT).buildAsync());

    private record Key(String edition, String grant, String type) {}

    Reaches(FeatureStore features) {
        this.features = features;
    }

    public Reach of(View view, VisibleType type) {
        Key key = new Key(view.edition().mark(), view.grantHash(), type.type().name());
        return known.get(key, () -> features.reach(view.edition(), type));
    }

    /** Features of all types the caller sees. */
    public long rows(View view) {
        return view.types().stream().mapToLong(type -> of(view, type).rows()).sum();
    }

    /** The box, in CRS84, of what the caller sees of these types; null when that is nothing with a place. */
    public @Nullable Envelope extent(View view, Collection<VisibleType> types) {
        Envelope all = new Envelope();
        types.forEach(type -> {
            Envelope box = of(view, type).extent();
            if (box != null) all.expandToInclude(box);
        });
        return all.isNull() ? null : all;
    }
}
