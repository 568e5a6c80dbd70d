package tr.kentatlas.spatial.store.edit;

import java.util.Map;

/** What an object is called where no attribute of its own says it: a door by its road, a parcel by its block, a building by its door. In SQL. */
final class CalledBy {
    /** Of the row {@code v}; null where there is nothing to call it by. */
    private static final Map<String, String> OF_TYPE = Map.of(
            "parsel",
            "concat_ws('/', v.ada_no, v.parsel_no)",
            "numarataj",
            door("v"),
            "bagimsiz_bolum",
            "concat_ws(' / ', (SELECT " + door("n")
                    + " FROM working.numarataj n WHERE n.tucbs_no = v.numarataj LIMIT 1), v.ic_kapi_no)",
            "bina",
            "coalesce(nullif(v.adi, ''), (SELECT " + door("n")
                    + " FROM working.numarataj n WHERE n.bina = v.tucbs_no ORDER BY n.row_no LIMIT 1), (SELECT "
                    + door("n")
                    + " FROM working.numarataj n WHERE n.diger_binalar @> ARRAY[v.tucbs_no] ORDER BY n.row_no LIMIT 1))",
            "yol_orta_hat",
            "coalesce(nullif(v.ad, ''), (SELECT y.ad FROM working.yol y WHERE y.tucbs_no = v.yol LIMIT 1))",
            "yol_orta_hat_yon",
            "concat_ws(' ', " + road("v.tucbs_no") + ", '(' || v.bas_no || '–' || v.son_no || ')')");

    private CalledBy() {}

    static String of(String type) {
        return "nullif(btrim(" + OF_TYPE.getOrDefault(type, "NULL") + "), '')";
    }

    /** The rows of a type that lie on roads, of which the words' keys begin a road's name, all but one, and with the number all; empty for a type without roads. */
    static String onRoads(String type) {
        String own = switch (type) {
            case "numarataj" -> "v.yon = t.tucbs_no) CROSS JOIN LATERAL (SELECT v.kapi_no AS number) n";
            case "yol_orta_hat_yon" -> "v.tucbs_no = t.tucbs_no) CROSS JOIN LATERAL (SELECT '' AS number) n";
            default -> "";
        };
        return own.isEmpty()
                ? ""
                : " FROM working.yol y JOIN working.yol_orta_hat h ON h.yol = y.tucbs_no"
                        + " JOIN working.yol_orta_hat_yon t ON t.orta_hat = h.tucbs_no JOIN working." + type + " v ON ("
                        + own
                        + " CROSS JOIN LATERAL (SELECT ' ' || " + parted("concat_ws(' ', y.ad, n.number)")
                        + " AS text) k"
                        + " WHERE (SELECT count(*) FILTER (WHERE f) > 0 AND count(*) FILTER (WHERE NOT f) <= 1"
                        + " FROM (SELECT position(w.key IN ' ' || " + parted("y.ad") + ") > 0 AS f FROM word w) h)"
                        + " AND NOT EXISTS (SELECT FROM word w WHERE position(w.key IN k.text) = 0)";
    }

    /** Whether one of the words is the number of such a row, or what it begins with: 12 of 12/A, and not of 121. */
    static String isNumbered() {
        return "EXISTS (SELECT FROM word w WHERE w.key = ' ' || split_part(" + parted("n.number") + ", ' ', 1))";
    }

    /** The words of a name as those that were typed are parted: 1406/3 is two. */
    private static String parted(String name) {
        return "translate(kent.search_key(" + name + "), '/·,', '   ')";
    }

    private static String door(String row) {
        return "concat_ws(' ', " + road(row + ".yon") + ", " + row + ".kapi_no)";
    }

    /** Of a road's side. */
    private static String road(String side) {
        return "(SELECT y.ad FROM working.yol_orta_hat_yon t JOIN working.yol_orta_hat h ON h.tucbs_no = t.orta_hat"
                + " JOIN working.yol y ON y.tucbs_no = h.yol WHERE t.tucbs_no = " + side + " LIMIT 1)";
    }
}
