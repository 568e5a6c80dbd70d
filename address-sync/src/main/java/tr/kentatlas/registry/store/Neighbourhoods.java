package tr.kentatlas.registry.store;

import java.util.List;

/** The city's neighbourhoods that carry a national code: the scope of every reading. */
public final class Neighbourhoods {
    private final RegistryStore store;

    public Neighbourhoods(RegistryStore store) {
        this.store = store;
    }

    /** By code. */
    public List<Neighbourhood> all() {
        return store.read()
                .sql("SELECT code, name FROM registry.neighbourhood ORDER BY code")
                .query((row, n) -> new Neighbourhood(row.getLong("code"), row.getString("name")))
                .list();
    }

    /** Of those that have one, by code. */
    public List<NeighbourhoodOutline> outlines() {
        return store.read()
                .sql(
                        "SELECT code, name, ST_AsGeoJSON(ST_Transform(ST_SimplifyPreserveTopology(geom, 5), 4326), 6) AS outline"
                                + " FROM registry.neighbourhood WHERE geom IS NOT NULL ORDER BY code")
                .query((row, n) ->
                        new NeighbourhoodOutline(row.getLong("code"), row.getString("name"), row.getString("outline")))
                .list();
    }
}
