package tr.kentatlas.api.thematic.geoserver;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tr.kentatlas.api.thematic.ThematicMap;
import tr.kentatlas.api.thematic.ThematicMapWriter;

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

    /**
     * The layer of a published thematic map. A map that is changed is another layer: what is drawn under one name never changes its
     * meaning under a reader.
     */
    public static String theme(String id, ThematicMap map) {
        try {
            byte[] definition = ThematicMapWriter.write(map).getBytes(StandardCharsets.UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(definition);
            return "tema_" + id + "_" + HexFormat.of().formatHex(hash).substring(0, HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    static String namespace(String workspace) {
        return "http://" + workspace;
    }
}
