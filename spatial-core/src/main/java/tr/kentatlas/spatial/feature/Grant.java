package tr.kentatlas.spatial.feature;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tr.kentatlas.spatial.feature.cql2.Cql2;
import tr.kentatlas.spatial.feature.cql2.Cql2Writer;
import tr.kentatlas.spatial.word.Worded;

/**
 * What a caller may see: which types, of them which fields, which rows, in which area. A type or field that is not granted does not exist
 * for the caller. Public visitor, staff role and partner agreement all compile to one.
 *
 * @param audience decides which tables are read at all
 */
public record Grant(String name, Audience audience, Map<String, TypeGrant> types) {

    /** Who stands before which wall. */
    public enum Audience {
        /** Reads the public copies, which hold nothing else. */
        PUBLIC,
        /** Staff and partners: reads what is published. */
        NAMED
    }

    /** How the area of a grant decides about a feature, on its stored geometry. */
    public enum AreaPolicy implements Worded {
        WITHIN,
        INTERSECTS
    }

    /** An area in CRS84, longitude first. */
    public record Area(Geometry shape, AreaPolicy policy) {
        public Area {
            shape = shape.copy();
        }
    }

    /**
     * What of one type is granted.
     *
     * @param fields official attribute names
     * @param asPublic those of them of which only the values are shown that everybody sees
     * @param rows condition every visible row meets, in CRS84; null for all
     */
    public record TypeGrant(
            Set<String> fields,
            Set<String> asPublic,
            Cql2.@Nullable Predicate rows,
            @Nullable Area area) {
        public TypeGrant {
            fields = Collections.unmodifiableSet(new TreeSet<>(fields));
            asPublic = Collections.unmodifiableSet(new TreeSet<>(asPublic));
        }

        /** All rows, everywhere. */
        public static TypeGrant of(Set<String> fields) {
            return new TypeGrant(fields, Set.of(), null, null);
        }

        /** Of these fields only the values everybody sees. */
        public TypeGrant asPublic(Set<String> names) {
            return new TypeGrant(fields, names, rows, area);
        }

        /** Only the rows that meet a condition, in CRS84. */
        public TypeGrant where(Cql2.Predicate condition) {
            return new TypeGrant(fields, asPublic, condition, area);
        }

        /** Only what lies there. */
        public TypeGrant in(Area place) {
            return new TypeGrant(fields, asPublic, rows, place);
        }
    }

    public Grant {
        types = Collections.unmodifiableMap(new TreeMap<>(types));
    }

    public Optional<TypeGrant> find(String type) {
        return Optional.ofNullable(types.get(type));
    }

    /** Equal for grants that show the same; part of every cache key and ETag. */
    public String hash() {
        StringBuilder text = new StringBuilder(audience.name());
        types.forEach((type, grant) -> {
            text.append('\n').append(type).append(grant.fields());
            if (!grant.asPublic().isEmpty()) text.append(grant.asPublic());
            if (grant.rows() != null) text.append(Cql2Writer.write(grant.rows()));
            if (grant.area() != null)
                text.append(grant.area().policy()).append(grant.area().shape().toText());
        });
        return Sha256.hex(text.toString()).substring(0, 16);
    }
}
