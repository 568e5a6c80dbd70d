package tr.kentatlas.api.access;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.store.Edition;

/** Grants that follow from an edition alone, compiled once for each release that is asked for. */
final class GrantCache {
    private static final int KEPT = 16;

    private final Function<Edition, Grant> compile;
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();

    GrantCache(Function<Edition, Grant> compile) {
        this.compile = compile;
    }

    Grant on(Edition edition) {
        String mark = edition.mark();
        Grant known = grants.get(mark);
        if (known != null) return known;
        if (grants.size() >= KEPT) grants.clear();
        return grants.computeIfAbsent(mark, m -> compile.apply(edition));
    }
}
