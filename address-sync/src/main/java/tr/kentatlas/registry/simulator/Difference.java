package tr.kentatlas.registry.simulator;

import java.util.UUID;

/** In what the registry of a city differs from the city, drawn from the identity of each row. */
enum Difference {
    NONE,
    /** The registry has it under another name. */
    OTHER_NAME,
    MISSING_BUILDING,
    MISSING_DOOR,
    MISSING_UNIT,
    RETIRED_DOOR,
    /** The registry has one more beside it. */
    SECOND_DOOR;

    /** Of a thousand rows: ten renamed, two and three missing, three ended, four doubled. */
    static Difference of(UUID id) {
        int draw = (int) Math.floorMod(id.getMostSignificantBits() ^ (id.getLeastSignificantBits() >>> 7), 1000L);
        if (draw < 10) {
            return OTHER_NAME;
        }
        if (draw < 20) {
            return draw < 12 ? MISSING_BUILDING : draw < 15 ? MISSING_DOOR : MISSING_UNIT;
        }
        return draw < 23 ? RETIRED_DOOR : draw < 27 ? SECOND_DOOR : NONE;
    }
}
