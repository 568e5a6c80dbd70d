package tr.kentatlas.registry.port;

import java.util.List;

/**
 * The codes under which the registry holds what was written.
 *
 * @param code of the road (yol), building (yapı), door (numarataj) or unit (adres no)
 * @param version of the row after the write; 0 when the registry does not tell
 * @param sides of a road, in the order they were sent; empty for anything else
 */
public record GivenCodes(long code, long version, List<RegisteredSide> sides) {
    public GivenCodes {
        sides = List.copyOf(sides);
    }

    /** Of anything but a road. */
    public static GivenCodes of(long code, long version) {
        return new GivenCodes(code, version, List.of());
    }
}
