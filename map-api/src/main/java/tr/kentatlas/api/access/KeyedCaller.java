package tr.kentatlas.api.access;

import java.util.function.Function;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.store.Edition;

/** A caller whose grant follows from the edition alone; one for each such kind, so that grants keep their identity. */
record KeyedCaller(String name, Kind kind, GrantCache grants) implements Caller {
    static KeyedCaller of(String name, Kind kind, Function<Edition, Grant> compile) {
        return new KeyedCaller(name, kind, new GrantCache(compile));
    }

    @Override
    public Grant grant(Edition edition, Edition served) {
        return grants.on(edition);
    }
}
