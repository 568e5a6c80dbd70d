package tr.kentatlas.api.access;

import java.util.Collection;
import java.util.UUID;
import org.locationtech.jts.geom.Envelope;

/** Sees what leaves the house, before its last byte does, so that it can be said later who received what. */
public interface Witness {

    /** An answer with features of one type begins. */
    Telling begin(View view, String type, String channel);

    /**
     * A piece of a map leaves.
     *
     * @param place names the piece; the same place is the same piece
     * @param box in CRS84
     */
    void map(View view, Collection<String> types, String channel, String place, Envelope box, long bytes);

    /** One answer, feature by feature. */
    interface Telling {
        void feature(UUID id);

        /** All features are written; when this returns, they are accounted for. */
        void end(long bytes);
    }
}
