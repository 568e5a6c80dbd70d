package tr.kentatlas.api.access;

import tr.kentatlas.spatial.feature.Grant;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.word.Worded;

/** Who asks, and what they may see of an edition. */
public interface Caller {

    /** What kind of caller it is; the audit keeps everything but what visitors read. */
    enum Kind implements Worded {
        VISITOR,
        STAFF,
        OPERATOR,
        PARTNER;

        /** Whether it belongs to the municipality. */
        public boolean isOfTheHouse() {
            return this == STAFF || this == OPERATOR;
        }
    }

    /** Under which name the audit knows them. */
    String name();

    Kind kind();

    /**
     * Equal editions must give the very same grant again: caches know a grant by its identity.
     *
     * @param served the edition that was served when the request was pinned
     */
    Grant grant(Edition edition, Edition served);
}
