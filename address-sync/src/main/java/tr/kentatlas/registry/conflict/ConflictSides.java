package tr.kentatlas.registry.conflict;

import org.jspecify.annotations.Nullable;
import tr.kentatlas.registry.port.Remark;

/**
 * A conflict with what people need to see beside it: names, numbers and a place on either side.
 *
 * @param mark changes when the disagreement or one of its sides does
 * @param place name of the neighbourhood
 * @param street code of the registry's street it lies in
 * @param labels JSON: what the registry calls the rows a differing field names by their codes, by field and code as in "parent 530012"
 * @param refusal what the registry last said to a message about the city's side
 */
public record ConflictSides(
        Conflict conflict,
        String mark,
        @Nullable String place,
        @Nullable Long street,
        Side ours,
        Side theirs,
        String labels,
        @Nullable Remark refusal) {
    /**
     * What one side says, and where.
     *
     * @param door a door itself, a unit's, or the first one of a building
     * @param lon degrees, WGS 84; null where it has no place
     */
    public record Side(
            @Nullable String street,
            @Nullable String door,
            @Nullable String label,
            @Nullable Double lon,
            @Nullable Double lat) {}
}
