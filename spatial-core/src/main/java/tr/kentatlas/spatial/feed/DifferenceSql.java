package tr.kentatlas.spatial.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.FeatureGeometry;
import tr.kentatlas.spatial.store.GeoJsonRows;
import tr.kentatlas.spatial.store.GrantedRows;
import tr.kentatlas.spatial.store.GrantedSql;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.sql.SqlFragment;

/**
 * The difference as SQL: each side's rows cut down by its grant, joined on identity, and what is the same on both left out. Compared is
 * what either side shows, geometry included, exactly; read is no more than what differs between the snapshots, where that is known.
 */
final class DifferenceSql {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final @Nullable Side from;
    private final Side to;
    private final Differences.Piece piece;

    DifferenceSql(@Nullable Side from, Side to, Differences.Piece piece) {
        this.from = from;
        this.to = to;
        this.piece = piece;
    }

    /** Columns: 0, identity, the new side as {@link GeoJsonRows} read it, then I, U or D. */
    GrantedSql select(Optional<VisibleType> before, Optional<VisibleType> now) {
        String limit = " LIMIT " + (piece.limit() + 1L);
        if (now.isPresent() && before.isEmpty() && !piece.isBack())
            return insertions(now.get()).then(" ORDER BY sira" + limit);
        GrantedSql all = before.isPresent() && now.isPresent()
                ? changes(before.get(), now.get())
                : before.map(this::deletions).orElseGet(() -> returns(now.orElseThrow()));
        return all.then(" ORDER BY 2" + (piece.isBack() ? " DESC" : "") + limit);
    }

    /**
     * Everything, in the order it is stored: neither sorted nor gathered from all over the table. After a feature that is not there, as when
     * another backup was restored meanwhile, it begins anew: rather told twice than not at all.
     */
    private GrantedSql insertions(VisibleType type) {
        GrantedRows all = GrantedRows.of(to.edition(), type);
        GrantedRows told = piece.mark() == null ? all : all.where(behind(all, piece.mark()));
        return told.select("0, tucbs_no, " + shown(type, "") + ", 'I'");
    }

    private static SqlFragment behind(GrantedRows all, UUID mark) {
        return all.where(SqlFragment.of("tucbs_no = ?", mark))
                .select("sira")
                .between("sira > coalesce((", "), 0)")
                .fragment();
    }

    private GrantedSql deletions(VisibleType type) {
        return rows(Objects.requireNonNull(from), type, "o").between("SELECT 0, o.tucbs_no, NULL::text, 'D' FROM ", "");
    }

    /** What had been deleted, on the way back. */
    private GrantedSql returns(VisibleType type) {
        return rows(to, type, "n").between("SELECT 0, n.tucbs_no, " + shown(type, "n.") + ", 'I' FROM ", "");
    }

    private GrantedSql changes(VisibleType before, VisibleType now) {
        GrantedSql fresh = rows(to, now, "n");
        GrantedSql old = rows(Objects.requireNonNull(from), before, "o");
        String differs = "(n.tucbs_no IS NULL OR o.tucbs_no IS NULL OR " + differs(before, now) + ")";
        return GrantedRows.differing(before, now)
                .map(known -> fresh.after(among(known).between(change("k.tucbs_no", now), " LEFT JOIN "))
                        .join(" USING (tucbs_no) LEFT JOIN ", old)
                        .then(" USING (tucbs_no) WHERE coalesce(n.tucbs_no, o.tucbs_no) IS NOT NULL AND " + differs))
                .orElseGet(() -> fresh.between(change("coalesce(n.tucbs_no, o.tucbs_no)", now), " FULL JOIN ")
                        .join("", old)
                        .then(" USING (tucbs_no) WHERE " + differs));
    }

    private static String change(String id, VisibleType now) {
        return "SELECT 0, " + id + ", " + shown(now, "n.")
                + ", CASE WHEN o.tucbs_no IS NULL THEN 'I' WHEN n.tucbs_no IS NULL THEN 'D' ELSE 'U' END FROM ";
    }

    /** What a side shows of the type, on that side of the mark which is to be told. */
    private GrantedSql rows(Side side, VisibleType type, String alias) {
        return GrantedRows.of(side.edition(), type)
                .where(ahead())
                .select(columns(type))
                .between("(", ") AS " + alias);
    }

    private SqlFragment among(SqlFragment known) {
        return known.between("(SELECT tucbs_no FROM (", ") f WHERE ")
                .join("", ahead())
                .between("", ") AS k");
    }

    private SqlFragment ahead() {
        UUID mark = piece.mark() == null ? BEFORE_ALL : piece.mark();
        return SqlFragment.of(piece.isBack() ? "tucbs_no <= ?" : "tucbs_no > ?", mark);
    }

    private static String columns(VisibleType type) {
        Stream<String> place = type.hasGeometry() ? Stream.of(FeatureGeometry.COLUMN, "geojson") : Stream.empty();
        return Stream.of(Stream.of("tucbs_no"), place, new GeoJsonRows(type).columns().stream())
                .flatMap(s -> s)
                .collect(Collectors.joining(", "));
    }

    private static String shown(VisibleType type, String source) {
        return new GeoJsonRows(type).selected(source);
    }

    private static String differs(VisibleType before, VisibleType now) {
        List<String> all = new ArrayList<>();
        if (now.hasGeometry() && before.hasGeometry()) {
            all.add("n." + FeatureGeometry.COLUMN + " IS DISTINCT FROM o." + FeatureGeometry.COLUMN);
        }
        Map<String, Attribute> old = byColumn(before);
        Map<String, Attribute> fresh = byColumn(now);
        Stream.concat(old.keySet().stream(), fresh.keySet().stream())
                .distinct()
                .map(column -> differs(column, old.get(column), fresh.get(column)))
                .forEach(all::add);
        return all.isEmpty() ? "FALSE" : String.join(" OR ", all);
    }

    /** A value that only one side shows differs where it is there. */
    private static String differs(String column, @Nullable Attribute before, @Nullable Attribute now) {
        if (before == null) return "n." + column + " IS NOT NULL";
        if (now == null) return "o." + column + " IS NOT NULL";
        boolean sameType = before.type() == now.type() && before.isMany() == now.isMany();
        String cast = sameType ? "" : "::text";
        return "n." + column + cast + " IS DISTINCT FROM o." + column + cast;
    }

    private static Map<String, Attribute> byColumn(VisibleType type) {
        Map<String, Attribute> all = new LinkedHashMap<>();
        type.attributes().forEach(a -> all.put(a.column(), a));
        return all;
    }
}
