package tr.kentatlas.spatial.ingest;

/** What an import does where somebody has edited or deleted an object here since it was imported, and the source says otherwise. */
public enum Edits {
    /** Nothing of the source gets in. */
    REFUSE,
    /** Those objects stay as they are; everything else gets in. */
    KEEP,
    /** The source counts; what was known before is in the history. */
    OVERWRITE
}
