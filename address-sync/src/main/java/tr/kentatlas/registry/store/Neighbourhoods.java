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
}
