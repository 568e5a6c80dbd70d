package tr.kentatlas.registry.conflict;

import java.util.Arrays;
import java.util.List;
import tr.kentatlas.spatial.word.Worded;

/** A verdict that cannot be carried out, and why. Nothing was changed. */
public final class VerdictRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;
    private final transient List<Object> values;

    /** Why not; in brackets what {@link #values} names. */
    public enum Why implements Worded {
        NO_REASON,
        /** The day until which it was to be ignored. */
        DAY_PAST,
        /** The conflict's number. */
        NOT_OPEN,
        CHANGED_SINCE,
        /** Several stand for one: only a person's choice of the pair ends it. */
        CHOOSE_PAIR,
        NAME_OBJECT,
        GIVE_CODE,
        /** Level and code. */
        NO_ACTIVE_ROW,
        /** Level and identity. */
        NO_OBJECT,
        ROW_UNKNOWN,
        NO_ROW_NAMED,
        HAS_PARTS,
        /** Level and code of the parent. */
        PARENT_NOT_LINKED,
        /** The street's code. */
        STREET_WITHOUT_SIDE,
        /** The neighbourhood's code. */
        NO_NEIGHBOURHOOD,
        /** What changed there is not known before it is read: the neighbourhood's code. */
        READ_FIRST,
        NOTHING_DIFFERS,
        /** Only the city tells where it is. */
        NO_PLACE_THERE,
        /** Centre lines and sides of a road are mended where they are drawn. */
        ROAD_BY_HAND,
        /** The city has no such parcel or other construction: its number there. */
        NOT_AMONG_OURS,
        OBJECT_GONE,
        OBJECT_BUSY
    }

    VerdictRefused(Why why, Object... values) {
        super(why + Arrays.toString(values));
        this.why = why;
        this.values = List.of(values);
    }

    public Why why() {
        return why;
    }

    /** What the refusal is about: levels, numbers, identities. */
    public List<Object> values() {
        return values;
    }
}
