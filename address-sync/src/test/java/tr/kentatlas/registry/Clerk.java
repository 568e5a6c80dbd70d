package tr.kentatlas.registry;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import tr.kentatlas.registry.conflict.Conflict;
import tr.kentatlas.registry.conflict.ConflictKind;
import tr.kentatlas.registry.conflict.Verdict;
import tr.kentatlas.registry.conflict.VerdictRefused;

/** Decides conflicts: by chance, or so that nothing either side has is given up. */
final class Clerk {
    private final Sync sync;
    private final Random dice;
    private final Policy policy;

    /** How a clerk decides. */
    enum Policy {
        ANYTHING,
        KEEP_EVERYTHING
    }

    Clerk(Sync sync, long seed, Policy policy) {
        this.sync = sync;
        this.dice = new Random(seed);
        this.policy = policy;
    }

    /** Parents first, as a person would. */
    void decideAll() {
        List<Conflict> open = sync.open().stream()
                .sorted(Comparator.comparing(c -> c.level()))
                .toList();
        for (Conflict conflict : open) {
            try {
                sync.verdicts.decide(conflict.number(), decision(conflict), Sync.BY, () -> {});
            } catch (VerdictRefused later) { // its parent first: the next round asks again
            }
        }
    }

    private Verdict decision(Conflict conflict) {
        if (conflict.kind() == ConflictKind.C16)
            return new Verdict.Link(first(conflict, "locals"), null, "ilk eşleşme");
        if (conflict.kind() == ConflictKind.C17) {
            return new Verdict.Link(null, Long.valueOf(text(conflict, "codes")), "ilk eşleşme");
        }
        boolean send = policy == Policy.ANYTHING ? dice.nextBoolean() : keeps(conflict);
        return send ? new Verdict.SendLocal("belediye doğru") : new Verdict.AcceptRemote("kayıt doğru");
    }

    private boolean keeps(Conflict conflict) {
        return switch (conflict.kind()) {
            case C03 -> conflict.local() != null; // the city ended it itself: the registry follows
            case C04, C15 -> true;
            case C11, C16, C17, C22 -> dice.nextBoolean();
        };
    }

    private UUID first(Conflict conflict, String list) {
        return UUID.fromString(text(conflict, list));
    }

    private String text(Conflict conflict, String list) {
        return sync.city
                .jdbc
                .sql("SELECT detail -> ? ->> 0 FROM registry.conflict WHERE conflict_no = ?")
                .params(list, conflict.number())
                .query(String.class)
                .single();
    }
}
