package tr.kentatlas.api.thematic.saved;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.View;
import tr.kentatlas.api.thematic.ThematicMap;

/** Kept maps as others than their owners see them: one not shared with them, or made of what their grant hides, was never there. */
@Component
class SharedMaps {
    private final SavedMaps maps;

    SharedMaps(SavedMaps maps) {
        this.maps = maps;
    }

    /** A kept map and what it is made of. */
    record Shown(SavedMap saved, ThematicMap map) {}

    /** The latest first. */
    List<Shown> list(View view) {
        return maps.all().stream().flatMap(map -> shown(map, view).stream()).toList();
    }

    Optional<Shown> find(String id, View view) {
        return maps.find(id).flatMap(map -> shown(map, view));
    }

    Shown require(String id, View view) {
        return find(id, view).orElseThrow(() -> SavedMaps.missing(id));
    }

    static Optional<Shown> shown(SavedMap map, View view) {
        return isFor(view, map.state())
                ? SavedMaps.read(map, view).map(read -> new Shown(map, read))
                : Optional.empty();
    }

    private static boolean isFor(View view, SavedMap.State state) {
        return state.isOpen()
                || (state == SavedMap.State.STAFF && view.caller().kind().isOfTheHouse());
    }
}
