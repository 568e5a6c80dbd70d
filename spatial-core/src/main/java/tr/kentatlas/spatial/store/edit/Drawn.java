package tr.kentatlas.spatial.store.edit;

/**
 * A shape somebody drew, as the working data would keep it.
 *
 * @param isInside whether it lies in the municipality; so does everything where its administrative units are not known
 */
public record Drawn(Part part, boolean isValid, boolean isInside) {}
