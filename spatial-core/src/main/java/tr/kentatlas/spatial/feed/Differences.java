package tr.kentatlas.spatial.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.store.FeatureStore;
import tr.kentatlas.spatial.store.SqlFragment;
import tr.kentatlas.spatial.store.VisibleType;

/**
 * Reads differences from the published tables: both sides are immutable, so the same question has the same answer as long as both
 * releases are kept.
 */
public final class Differences {
    private final FeatureStore features;

    public Differences(FeatureStore features) {
        this.features = features;
    }

    /**
     * A piece of the difference of one type.
     *
     * @param after the last feature already told; null for the beginning
     * @param limit most changes to tell
     */
    public record Piece(String type, @Nullable UUID after, int limit) {}

    /** The attributes the changes of a type carry, in order; none where the type is not seen any more. */
    public static List<Attribute> fields(Side to, String type) {
        return to.find(type).map(VisibleType::attributes).orElse(List.of());
    }

    /**
     * Hands changes to the sink in the order of their identities; true when there are more.
     *
     * @param from null to begin with nothing, so that everything is inserted
     */
    public boolean read(@Nullable Side from, Side to, Piece piece, Consumer<Change> sink) {
        Optional<VisibleType> before = from == null ? Optional.empty() : from.find(piece.type());
        Optional<VisibleType> now = to.find(piece.type());
        if (before.isEmpty() && now.isEmpty()) return false;
        if (isSame(before, now)) return false;
        SqlFragment sql = new DifferenceSql(from, to, piece).select(before, now);
        int fields = now.map(type -> type.attributes().size()).orElse(0);
        return features.read(now.or(() -> before).orElseThrow(), sql, piece.limit(), rows -> {
            for (int told = 0; rows.next(); told++) {
                if (told == piece.limit()) return true;
                sink.accept(change(rows, fields));
            }
            return false;
        });
    }

    /** The same rows through the same grant differ in nothing. */
    private static boolean isSame(Optional<VisibleType> before, Optional<VisibleType> now) {
        return before.isPresent()
                && now.isPresent()
                && before.get().entry().snapshot() == now.get().entry().snapshot()
                && before.get().grant().equals(now.get().grant());
    }

    private static Change change(ResultSet row, int fields) throws SQLException {
        Change.Kind kind = switch (row.getString(fields + 4)) {
            case "I" -> Change.Kind.INSERT;
            case "U" -> Change.Kind.UPDATE;
            default -> Change.Kind.DELETE;
        };
        UUID id = row.getObject(2, UUID.class);
        return new Change(kind, id, kind == Change.Kind.DELETE ? null : FeatureStore.feature(row, fields));
    }
}
