package tr.kentatlas.api.thematic.geoserver;

import tr.kentatlas.api.thematic.ThematicMap;
import tr.kentatlas.api.thematic.ThematicMapWriter;
import tr.kentatlas.spatial.feature.Sha256;

/** What things are called in GeoServer: letters, digits and underscores only, which no address has to escape. */
public final class Names {
    /** The store of every workspace. */
    static final String STORE = "kent";

    /** The group of all public layers. */
    static final String GROUP = "kent_haritasi";

    private static final int HASH = 8;

    private Names() {}

    public static String workspace(long release) {
        return "r" + release;
    }

    static boolean isWorkspace(String name) {
        return name.matches("r[0-9]+");
    }

    /**
     * The layer of a published thematic map. A map that is changed is another layer: what is drawn under one name never changes its
     * meaning under a reader.
     */
    public static String map(String id, ThematicMap map) {
        return "tema_" + id + "_" + Sha256.hex(ThematicMapWriter.write(map)).substring(0, HASH);
    }

    static String namespace(String workspace) {
        return "http://" + workspace;
    }
}
