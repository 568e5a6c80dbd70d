package tr.kentatlas.api.thematic;

import java.util.List;
import tr.kentatlas.spatial.store.thematic.Classes;

/**
 * A thematic map as one grant sees it in one release: the classes every engine draws, and the legend that tells them. Class numbers
 * are places in {@link Legend#classes()}.
 */
public record ClassedMap(ThematicMap map, Classes classes, Legend legend) {

    /** The colour of each class. */
    public List<String> colours() {
        return legend.classes().stream().map(Legend.Entry::colour).toList();
    }
}
