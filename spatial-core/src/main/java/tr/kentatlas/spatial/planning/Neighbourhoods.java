package tr.kentatlas.spatial.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.GrantedRows;
import tr.kentatlas.spatial.store.GrantedSql;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.WallReader;
import tr.kentatlas.spatial.store.sql.SqlFragment;

/** The neighbourhoods (mahalle) of a release as a grant sees them, in the order people read them. */
public final class Neighbourhoods {
    private static final String TYPE = "idari_birim";
    private static final String ORDER = " ORDER BY ad COLLATE \"tr-x-icu\", tucbs_no";

    private final Edition edition;
    private final VisibleType type;

    private Neighbourhoods(Edition edition, VisibleType type) {
        this.edition = edition;
        this.type = type;
    }

    /**
     * A neighbourhood.
     *
     * @param geoJson its boundary in CRS84
     */
    public record Neighbourhood(UUID id, String name, String geoJson) {}

    /** Empty where the grant does not show them or does not say which units they are. */
    public static Optional<Neighbourhoods> of(Edition edition, Grant grant) {
        return VisibleType.find(edition, grant, TYPE)
                .filter(type -> type.attribute("idariHiyerarsiDuzeyKodu").isPresent()
                        && type.attribute("adi").isPresent())
                .map(type -> new Neighbourhoods(edition, type));
    }

    public List<Neighbourhood> list(WallReader reader) {
        GrantedSql sql = of("tucbs_no, ad, geojson").then(ORDER);
        return reader.read(sql, 1, rows -> {
            List<Neighbourhood> all = new ArrayList<>();
            while (rows.next()) {
                all.add(new Neighbourhood(rows.getObject(1, UUID.class), rows.getString(2), rows.getString(3)));
            }
            return all;
        });
    }

    /** Rows of {@code area_key} (the identity as text) and {@code area_shape} (valid, in the storage CRS). */
    public GrantedSql shapes() {
        return of("tucbs_no::text AS area_key, ST_MakeValid(ST_Force2D(geom)) AS area_shape");
    }

    /** Rows of {@code hood_nr} (the place in {@link #list}, from 0) and {@code hood_shape}. */
    public GrantedSql numbered() {
        return of("(row_number() OVER (" + ORDER + "))::int - 1 AS hood_nr,"
                + " ST_MakeValid(ST_Force2D(geom)) AS hood_shape");
    }

    private GrantedSql of(String columns) {
        return GrantedRows.of(edition, type)
                .where(SqlFragment.of("duzey = 'mahalle'"))
                .select(columns);
    }
}
