package tr.kentatlas.registry.port;

import org.jspecify.annotations.Nullable;

/**
 * What the registry answered, as we understand it and as it said it.
 *
 * @param rawCode the registry's own code; null when there was no answer
 * @param text the registry's own words, for the clerk; empty when it gave none
 */
public record Answer(ResultCode code, @Nullable String rawCode, String text) {}
