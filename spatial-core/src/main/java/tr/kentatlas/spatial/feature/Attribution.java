package tr.kentatlas.spatial.feature;

import org.jspecify.annotations.Nullable;

/**
 * Whom the licence of a source asks to be named wherever its data is shown.
 *
 * @param link where the licence is told; null where it is told nowhere
 */
public record Attribution(String text, @Nullable String link) {}
