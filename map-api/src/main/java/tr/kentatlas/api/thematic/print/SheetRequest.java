package tr.kentatlas.api.thematic.print;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.api.thematic.ClassedMap;
import tr.kentatlas.spatial.store.VisibleType;

/**
 * A map to be printed.
 *
 * @param decision number and day of the decision it was published by; null for a draft
 */
public record SheetRequest(
        ClassedMap classed,
        VisibleType type,
        Paper paper,
        Locale locale,
        @Nullable String decision) {}
