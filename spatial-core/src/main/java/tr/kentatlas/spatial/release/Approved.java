package tr.kentatlas.spatial.release;

/**
 * A theme of a draft and the decision that approves its content.
 *
 * @param isNew false where the same content had been approved before, by that decision
 */
public record Approved(String theme, Decision decision, boolean isNew) {}
