package tr.kentatlas.api.access;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Envelope;

/**
 * Sees what leaves the house for callers who see more than the public, before the last byte does: the audit tells of every answer once, and
 * of partners it can be said later who received what.
 */
public interface Witness {

    /**
     * An answer with features of one type begins.
     *
     * @param channel like {@code items}
     * @param question what was asked; may be empty
     */
    Telling begin(View view, String type, String channel, String question);

    /**
     * A file leaves, or a part of it; all of it is told, since parts can be put together.
     *
     * @param isBeginning whether it is the part the answer is counted with
     */
    void file(View view, String type, String channel, String question, Listed features, boolean isBeginning);

    /** A piece of a map leaves. */
    void map(View view, Piece piece);

    /** The same for features that are at hand. */
    default void told(View view, String type, String channel, String question, Collection<UUID> features) {
        Telling telling = begin(view, type, channel, question);
        features.forEach(telling::feature);
        telling.end();
    }

    /** One answer, feature by feature. */
    interface Telling {
        void feature(UUID id);

        /** All features are written; when this returns, they are accounted for. */
        void end();
    }

    /**
     * The features of a file.
     *
     * @param mark of the file: another one with this mark has the same features
     * @param each hands over every one
     */
    record Listed(String mark, long count, Consumer<Consumer<UUID>> each) {}

    /**
     * A piece of a map.
     *
     * @param subject what was asked for
     * @param place names the piece; the same place is the same piece
     * @param box in CRS84
     * @param features how many of each type it shows; 0 of a type that was asked for and has none there
     */
    record Piece(String channel, String subject, String place, Envelope box, Map<String, Integer> features) {
        public Piece {
            box = box.copy();
            features = Map.copyOf(features);
        }

        /** All features of it. */
        public long count() {
            return features.values().stream().mapToLong(Integer::longValue).sum();
        }
    }
}
