package tr.kentatlas.api.desk.registry;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.registry.conflict.Conflict;
import tr.kentatlas.registry.conflict.ConflictKind;
import tr.kentatlas.registry.conflict.ConflictSides;
import tr.kentatlas.registry.port.Remark;

/**
 * One conflict beside both sides as it is told.
 *
 * @param mark changes when the disagreement or one of its sides does
 * @param street code of the registry's street it lies in
 */
record ConflictTold(
        long number,
        String mark,
        ConflictKind kind,
        String level,
        @Nullable UUID object,
        @Nullable Long code,
        long neighbourhood,
        @Nullable String mahalle,
        @Nullable Long street,
        JsonNode detail,
        String changedBy,
        ConflictSides.Side ours,
        ConflictSides.Side theirs,
        @Nullable String refusal) {

    static ConflictTold of(ConflictSides sides, Function<Remark, String> remarks, ConflictWords words) {
        Conflict conflict = sides.conflict();
        return new ConflictTold(
                conflict.number(),
                sides.mark(),
                conflict.kind(),
                conflict.level().word(),
                conflict.object(),
                conflict.code(),
                conflict.neighbourhood(),
                sides.place(),
                sides.street(),
                words.told(sides),
                conflict.changedBy(),
                sides.ours(),
                sides.theirs(),
                Optional.ofNullable(sides.refusal()).map(remarks).orElse(null));
    }
}
