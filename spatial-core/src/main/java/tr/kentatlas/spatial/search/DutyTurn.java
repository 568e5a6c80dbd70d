package tr.kentatlas.spatial.search;

import java.time.Instant;
import java.util.UUID;

/** One pharmacy's turn of duty, from its first moment to the first after it. */
public record DutyTurn(UUID pharmacy, Instant from, Instant until) {}
