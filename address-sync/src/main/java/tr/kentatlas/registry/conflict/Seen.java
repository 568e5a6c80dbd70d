package tr.kentatlas.registry.conflict;

/**
 * A conflict as somebody looked at it.
 *
 * @param mark stands for the disagreement and the state of both sides; another one means that something changed since
 */
public record Seen(long conflict, String mark) {}
