package tr.kentatlas.api.ogc.common;

import java.util.Comparator;
import java.util.List;
import tr.kentatlas.api.access.View;
import tr.kentatlas.spatial.store.VisibleType;

/**
 * The collections that are listed: those with features in the release. A list may leave some out (OGC 17-069r4 §7.13, permission
 * /per/core/fc-md-items); a type without features still answers at its own address, with its schema and an empty page. What has a place
 * comes first, the tables that describe it after.
 */
public final class ListedCollections {
    private ListedCollections() {}

    public static List<VisibleType> of(View view) {
        return view.types().stream()
                .filter(type -> type.entry().rows() > 0)
                .sorted(Comparator.comparing(type -> type.type().geometry() == null))
                .toList();
    }
}
