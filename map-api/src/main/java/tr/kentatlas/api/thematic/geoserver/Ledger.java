package tr.kentatlas.api.thematic.geoserver;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the city remembers of a GeoServer: which workspaces are its own, and which layers are finished. A layer that is not is drawn by the
 * embedded engine, whatever GeoServer holds.
 */
public final class Ledger {
    private final JdbcClient jdbc;
    private final String server;

    /** Needs the desk's role to read, the owner to write. */
    public Ledger(JdbcClient jdbc, GeoServerAddress address) {
        this.jdbc = jdbc;
        this.server = address.url().toString();
    }

    /** Whether any GeoServer was set up with this city; needs the owner. */
    public static boolean isUsed(JdbcClient owner) {
        return owner.sql("SELECT EXISTS (SELECT FROM geoserver.workspace)")
                .query(Boolean.class)
                .single();
    }

    /** Names of the finished layers of a release. */
    public Set<String> ready(long release) {
        return new HashSet<>(jdbc.sql("SELECT name FROM geoserver.layer WHERE server = ? AND release_no = ?")
                .params(server, release)
                .query((row, n) -> row.getString(1))
                .list());
    }

    /** Releases whose workspace is ours, perhaps half made. */
    List<Long> releases() {
        return jdbc.sql("SELECT release_no FROM geoserver.workspace WHERE server = ? ORDER BY 1")
                .param(server)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    void begin(long release) {
        jdbc.sql("INSERT INTO geoserver.workspace (server, release_no) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(server, release)
                .update();
    }

    /** From now on the embedded engine draws these. */
    void takeBack(long release, Collection<String> layers) {
        for (String layer : layers) {
            jdbc.sql("DELETE FROM geoserver.layer WHERE server = ? AND release_no = ? AND name = ?")
                    .params(server, release, layer)
                    .update();
        }
    }

    /** From now on GeoServer draws these. */
    void handOver(long release, Collection<String> layers) {
        for (String layer : layers) {
            jdbc.sql("INSERT INTO geoserver.layer (server, release_no, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                    .params(server, release, layer)
                    .update();
        }
    }

    /** Its layers with it. */
    void forget(long release) {
        jdbc.sql("DELETE FROM geoserver.workspace WHERE server = ? AND release_no = ?")
                .params(server, release)
                .update();
    }
}
