package tr.kentatlas.registry;

import java.util.List;
import tr.kentatlas.registry.conflict.ConflictKind;
import tr.kentatlas.registry.conflict.Verdict;

/** Kinds of conflicts of doors that are decided many at once, and what a decision changes: each of it 0 before and 1 after. */
@SuppressWarnings("ImmutableEnumChecker") // decisions and lists of text do not change
enum BulkKind {
    TAKEN_OVER(
            ConflictKind.C03,
            new Verdict.AcceptRemote("arazide görüldü"),
            "SELECT count(*) FROM working.numarataj d WHERE d.numarataj_kodu = c.code",
            "SELECT count(*) FROM registry.link k WHERE k.level = 'door' AND k.code = c.code AND k.ended_at IS NULL"),
    SENT(
            ConflictKind.C04,
            new Verdict.SendLocal("arazide görüldü"),
            "SELECT count(*) FROM registry.outbox o WHERE o.level = 'door' AND o.local = c.local AND o.state = 'queued'"),
    FOLLOWED(
            ConflictKind.C11,
            new Verdict.AcceptRemote("numarataj kararı"),
            "SELECT count(*) FROM working.numarataj d WHERE d.tucbs_no = c.object AND d.kapi_no = c.detail -> 'label' ->> 1",
            "SELECT count(*) FROM working.numarataj_gecmis g WHERE g.tucbs_no = c.object AND g.numarataj_kodu = c.code"
                    + " AND g.kapi_no = c.detail -> 'label' ->> 0"),
    ENDED(
            ConflictKind.C15,
            new Verdict.AcceptRemote("yıkıldı"),
            "SELECT 1 - count(*) FROM working.numarataj d WHERE d.tucbs_no = c.object",
            "SELECT count(*) FROM registry.link k WHERE k.level = 'door' AND k.local = c.local AND k.ended_at IS NOT NULL");

    private static final String JOURNAL =
            "SELECT count(*) FROM registry.journal j WHERE j.what = 'conflict' AND j.key = c.conflict_no::text";

    final ConflictKind code;
    final Verdict decision;
    private final List<String> effects;

    BulkKind(ConflictKind code, Verdict decision, String... effects) {
        this.code = code;
        this.decision = decision;
        this.effects = List.of(effects);
    }

    /** State and effects of each of some conflicts. */
    String sql() {
        return "SELECT c.state || ' ' || array_to_string(ARRAY[(" + JOURNAL + "), (" + String.join("), (", effects)
                + ")], ' ') FROM registry.conflict c WHERE c.conflict_no = ANY (?)";
    }

    String wholly(String state) {
        return state + (state.equals("decided") ? " 1" : " 0").repeat(1 + effects.size());
    }
}
