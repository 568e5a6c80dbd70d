package tr.kentatlas.registry.match;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.store.RegistryStore;
import tr.kentatlas.spatial.word.Worded;

/** What the city has and no comparison can look at, because something is missing that the registry knows it by: what the last count found. */
public final class LeftOut {
    private final RegistryStore store;

    public LeftOut(RegistryStore store) {
        this.store = store;
    }

    /** What is not there: a number, a side of a road in a neighbourhood with a national code, a unit's door, a road's name, a named road. */
    public enum Missing implements Worded {
        NUMBER,
        SIDE,
        DOOR,
        NAME,
        STREET
    }

    /**
     * One object of the city.
     *
     * @param object its identity, {@code label} its name or number
     */
    public record Row(Level level, UUID object, @Nullable String label, Missing missing) {}

    /** The first ones that lie in a neighbourhood, streets before doors before units. */
    public List<Row> in(long neighbourhood, int limit) {
        return store.read()
                .sql(
                        "SELECT * FROM registry.left_out_counted WHERE neighbourhood = ?"
                                + " ORDER BY array_position(ARRAY['street', 'door', 'unit'], level), missing, label, id LIMIT ?")
                .params(neighbourhood, limit)
                .query((row, n) -> new Row(
                        Level.of(row.getString("level")),
                        row.getObject("id", UUID.class),
                        row.getString("label"),
                        Worded.of(Missing.class, row.getString("missing"))))
                .list();
    }
}
