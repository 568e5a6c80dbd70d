package tr.kentatlas.registry.match;

import java.util.Arrays;
import java.util.stream.Collectors;
import tr.kentatlas.registry.port.Level;

/**
 * What one side tells of an object and the other does not. That is a difference where both tell it of any object at all: an export
 * without floors, or a city that never surveyed them, says nothing about a single building.
 */
final class OneSided {
    private OneSided() {}

    /** Where the city keeps what a column of the registry's rows tells. */
    record Kept(Level level, String column) {}

    /** A condition on a row with a {@code level}. Nothing of it is looked up before the first row that asks for it, and then once. */
    static String counts(String theirs, Kept... ours) {
        return Arrays.stream(ours)
                .map(kept ->
                        "(level = '%1$s' AND EXISTS (SELECT FROM registry.entry WHERE level = '%1$s' AND %2$s IS NOT NULL)"
                                        .formatted(kept.level().word(), theirs)
                                + " AND EXISTS (SELECT FROM working.%s WHERE %s IS NOT NULL))"
                                        .formatted(table(kept.level()), kept.column()))
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    private static String table(Level level) {
        return switch (level) {
            case STREET -> "yol";
            case BUILDING -> "bina";
            case DOOR -> "numarataj";
            case UNIT -> "bagimsiz_bolum";
        };
    }
}
