package tr.kentatlas.spatial.store.filter;

import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.feature.cql2.Cql2.Spatial;
import tr.kentatlas.spatial.feature.cql2.SpatialOperator;
import tr.kentatlas.spatial.store.sql.SqlFragment;

/**
 * Spatial relations as SQL (OGC 21-065r2 §7.3 and §7.4). The literal is moved to the storage CRS, never the column, so that
 * the spatial index is used.
 */
record GeometrySql(Columns columns, GeometryLiterals literals, FilterCrs filterCrs, int storageSrid) {
    SqlFragment relation(Cql2.SpatialRelation node) {
        SqlFragment left = sql(node.left(), node.operator());
        SqlFragment pair = left.join(", ", sql(node.right(), node.operator()));
        return switch (node.operator()) {
            case INTERSECTS -> pair.between("ST_Intersects(", ")");
            case EQUALS -> pair.between("ST_Equals(", ")");
            case DISJOINT -> pair.between("(NOT ST_Intersects(", "))");
            case TOUCHES -> pair.between("ST_Touches(", ")");
            case WITHIN -> pair.between("ST_Within(", ")");
            case OVERLAPS -> pair.between("ST_Overlaps(", ")");
            case CROSSES -> pair.between("ST_Crosses(", ")");
            case CONTAINS -> pair.between("ST_Contains(", ")");
        };
    }

    private SqlFragment sql(Spatial spatial, SpatialOperator operator) {
        return switch (spatial) {
            case Cql2.Property property -> columns.sql(property, ValueKind.GEOMETRY);
            case Cql2.GeometryLiteral literal -> literal(literals.wkb(literal, operator));
            case Cql2.BboxLiteral box -> literal(literals.wkb(box, operator));
        };
    }

    SqlFragment literal(byte[] wkb) {
        SqlFragment geometry = SqlFragment.of("ST_GeomFromWKB(?, " + filterCrs.srid() + ")", (Object) wkb);
        // A sub-select is computed once; without it a generic plan transforms the literal again for every row.
        return filterCrs.srid() == storageSrid
                ? geometry.between("(SELECT ", ")")
                : geometry.between("(SELECT ST_Transform(", ", " + storageSrid + "))");
    }
}
