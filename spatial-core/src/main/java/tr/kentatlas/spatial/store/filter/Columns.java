package tr.kentatlas.spatial.store.filter;

import tr.kentatlas.spatial.feature.cql2.Cql2.Property;
import tr.kentatlas.spatial.store.filter.PropertyColumns.Column;
import tr.kentatlas.spatial.store.sql.SqlFragment;

/** Properties of a filter as SQL, with the one answer for all that cannot be seen. */
record Columns(PropertyColumns known) {
    Column column(Property property) {
        return known.find(property.name()).orElseThrow(() -> new UnknownPropertyException(property));
    }

    ValueKind kind(Property property) {
        return ValueKind.of(column(property).type());
    }

    SqlFragment sql(Property property) {
        return SqlFragment.of(column(property).sqlName());
    }

    /** The column, if it holds what is wanted. */
    SqlFragment sql(Property property, ValueKind wanted) {
        ValueKind kind = kind(property);
        if (kind != wanted) {
            throw FilterTypeException.held(wanted.phrase(), property, kind);
        }
        return sql(property);
    }
}
