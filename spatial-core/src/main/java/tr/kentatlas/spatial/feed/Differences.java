package tr.kentatlas.spatial.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.store.GeoJsonRows;
import tr.kentatlas.spatial.store.GrantedSql;
import tr.kentatlas.spatial.store.VisibleType;
import tr.kentatlas.spatial.store.WallReader;

/**
 * Reads differences from the published tables: both sides are immutable, so the same question has the same answer as long as both
 * releases are kept.
 */
public final class Differences {
    /** The column after number and identity. */
    private static final int FIRST = 3;

    /** Up to so many changes are told when their connection is free again: who takes them may be slow. */
    private static final int FEW = 1_000;

    private final WallReader reader;

    public Differences(WallReader reader) {
        this.reader = reader;
    }

    /**
     * A piece of the difference of one type.
     *
     * @param mark the last feature already told, or the first one told on the way back; null for the beginning
     * @param limit most changes to tell
     * @param isBack whether it goes from the mark to the beginning, in the falling order of identities
     */
    public record Piece(String type, @Nullable UUID mark, int limit, boolean isBack) {
        /** What follows a feature. */
        public static Piece after(String type, @Nullable UUID after, int limit) {
            return new Piece(type, after, limit, false);
        }

        /** What leads from a feature back to the beginning. */
        public static Piece back(String type, UUID from, int limit) {
            return new Piece(type, from, limit, true);
        }
    }

    /**
     * Hands changes to the sink, always in the same order: of identities, or as they are stored where all of a type is new. True when there are more.
     *
     * @param from null to begin with nothing, so that everything is inserted
     */
    public boolean read(@Nullable Side from, Side to, Piece piece, Consumer<Change> sink) {
        Optional<VisibleType> before = from == null ? Optional.empty() : from.find(piece.type());
        Optional<VisibleType> now = to.find(piece.type());
        return areApart(before, now)
                ? read(
                        new DifferenceSql(from, to, piece),
                        piece,
                        before.map(VisibleType::behindTheInnerWall),
                        now.map(VisibleType::behindTheInnerWall),
                        sink)
                : read(new DifferenceSql(from, to, piece), piece, before, now, sink);
    }

    private boolean read(
            DifferenceSql difference,
            Piece piece,
            Optional<VisibleType> before,
            Optional<VisibleType> now,
            Consumer<Change> sink) {
        if (before.isEmpty() && now.isEmpty()) return false;
        if (isSame(before, now)) return false;
        GrantedSql sql = difference.select(before, now);
        Optional<GeoJsonRows> form = now.map(GeoJsonRows::new);
        ReadAhead.Source<Change> changes =
                told -> reader.read(sql, piece.limit(), rows -> tell(rows, piece.limit(), form, told));
        if (piece.limit() > FEW)
            return ReadAhead.pass(told -> reader.inTurn(sql.wall(), () -> changes.read(told)), sink);
        List<Change> few = new ArrayList<>();
        boolean more = changes.read(few::add);
        few.forEach(sink);
        return more;
    }

    private static boolean tell(ResultSet rows, int limit, Optional<GeoJsonRows> form, Consumer<Change> sink)
            throws SQLException {
        for (int told = 0; rows.next(); told++) {
            if (told == limit) return true;
            sink.accept(change(rows, form));
        }
        return false;
    }

    /** The same rows through the same grant differ in nothing. */
    private static boolean isSame(Optional<VisibleType> before, Optional<VisibleType> now) {
        return before.isPresent()
                && now.isPresent()
                && before.get().entry().snapshot() == now.get().entry().snapshot()
                && before.get().grant().equals(now.get().grant());
    }

    /** Nobody stands before two walls at once. */
    private static boolean areApart(Optional<VisibleType> before, Optional<VisibleType> now) {
        return before.isPresent()
                && now.isPresent()
                && before.get().wall() != now.get().wall();
    }

    private static Change change(ResultSet row, Optional<GeoJsonRows> form) throws SQLException {
        int width = form.map(GeoJsonRows::width).orElse(1);
        Change.Kind kind = switch (row.getString(FIRST + width)) {
            case "I" -> Change.Kind.INSERT;
            case "U" -> Change.Kind.UPDATE;
            default -> Change.Kind.DELETE;
        };
        UUID id = row.getObject(2, UUID.class);
        return new Change(
                kind, id, kind == Change.Kind.DELETE ? null : form.orElseThrow().read(row));
    }
}
