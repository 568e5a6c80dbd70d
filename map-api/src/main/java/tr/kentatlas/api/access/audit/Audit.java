package tr.kentatlas.api.access.audit;

/** Where everything that must be answered for is recorded. */
@FunctionalInterface
public interface Audit {

    /**
     * Records what is being done or told. When it returns, the entry outlives this process; so it is called before the last byte of an
     * answer leaves. An entry that cannot be kept fails the request: nothing is told that nobody could account for.
     */
    void record(AuditEntry entry);
}
