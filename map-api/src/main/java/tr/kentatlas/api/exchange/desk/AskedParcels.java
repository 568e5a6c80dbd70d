package tr.kentatlas.api.exchange.desk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.Desk;
import tr.kentatlas.spatial.address.TurkishText;

/** Finds parcels by their numbers, which are the same in many neighbourhoods: those of the one that is named with them come first. */
@Component
class AskedParcels {
    /** A neighbourhood that was not written down is the one the parcel lies in; its longest name that was written counts. */
    private static final String PARCELS = """
            SELECT p.tucbs_no, max(m.ad) AS neighbourhood, max(length(k.name)) AS named
              FROM working.parsel p
              CROSS JOIN LATERAL (SELECT coalesce(
                     (SELECT u.ad FROM working.idari_birim u WHERE u.tucbs_no = p.mahalle ORDER BY u.row_no DESC LIMIT 1),
                     (SELECT u.ad FROM working.idari_birim u WHERE u.duzey IN ('mahalle', 'koy')
                                                               AND ST_Intersects(u.geom, ST_Centroid(p.geom)) LIMIT 1)) AS ad) m
              LEFT JOIN LATERAL (SELECT regexp_replace(btrim(regexp_replace(kent.search_key(m.ad), '[^a-z0-9]+', ' ', 'g')),
                                                       ' (mahallesi|koyu)$', '') AS name) k
                   ON k.name <> '' AND position(' ' || k.name || ' ' IN :beside) > 0
             WHERE p.ada_no IS NOT NULL AND kent.words(p.ada_no) @@ kent.begins(:block) AND p.ada_no = :block
               AND (CAST(:parcel AS text) IS NULL OR p.parsel_no = :parcel)
             GROUP BY p.tucbs_no
             ORDER BY named DESC NULLS LAST, min(length(p.parsel_no)), min(p.parsel_no), neighbourhood, p.tucbs_no LIMIT :most
            """;

    private final JdbcClient desk;

    /** @param isNamed whether its neighbourhood was named with its numbers */
    record Parcel(UUID id, @Nullable String neighbourhood, boolean isNamed) {}

    AskedParcels(@Desk JdbcClient desk) {
        this.desk = desk;
    }

    /**
     * The parcels of a block, each once.
     *
     * @param parcel null for all of the block
     * @param beside what else was written
     */
    List<Parcel> find(String block, @Nullable String parcel, String beside, int most) {
        return desk.sql(PARCELS)
                .param("block", block)
                .param("parcel", parcel)
                .param("beside", " " + TurkishText.searchKey(beside).replaceAll("[^a-z0-9]+", " ") + " ")
                .param("most", most)
                .query((row, n) -> new Parcel(
                        row.getObject("tucbs_no", UUID.class),
                        row.getString("neighbourhood"),
                        row.getObject("named") != null))
                .list();
    }
}
