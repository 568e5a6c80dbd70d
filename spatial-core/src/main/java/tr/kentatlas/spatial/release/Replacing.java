package tr.kentatlas.spatial.release;

/** Which earlier draft a new one may replace. */
public enum Replacing {
    /** None that was approved: a decision was taken about it. */
    UNAPPROVED,
    ANY
}
