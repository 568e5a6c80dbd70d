package tr.kentatlas.spatial.store.filter;

import java.util.Optional;

/** Which column holds a property, for one feature type and one grant: what is not granted is not found. */
@FunctionalInterface
public interface PropertyColumns {
    Optional<Column> find(String property);

    /** {@code sqlName} is quoted already and goes into the SQL as it is. */
    record Column(String sqlName, ColumnType type) {}
}
