package tr.kentatlas.spatial.feed;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.VisibleType;

/** One side of a difference: a release, and the grant it is seen through. */
public record Side(Edition edition, Grant grant) {

    Optional<VisibleType> find(String type) {
        return VisibleType.find(edition, grant, type);
    }

    /** Names of the types it shows, in the order a feed goes through them. */
    public SortedSet<String> types() {
        SortedSet<String> names = new TreeSet<>();
        VisibleType.list(edition, grant).forEach(type -> names.add(type.type().name()));
        return names;
    }
}
