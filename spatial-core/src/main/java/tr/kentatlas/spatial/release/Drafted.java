package tr.kentatlas.spatial.release;

import java.util.Optional;

/** A new draft, and the one whose place it took. */
public record Drafted(Release release, Optional<EarlierDraft> replaced) {}
