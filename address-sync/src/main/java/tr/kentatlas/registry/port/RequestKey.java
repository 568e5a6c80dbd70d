package tr.kentatlas.registry.port;

import java.util.UUID;

/** Names one write for ever: the same key sent twice means the same write, never a second one. */
public record RequestKey(UUID value) {}
