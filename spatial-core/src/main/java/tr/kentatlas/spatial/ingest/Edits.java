package tr.kentatlas.spatial.ingest;

import tr.kentatlas.spatial.word.Worded;

/** What an import does where somebody has edited or deleted an object here since it was imported, and the source says otherwise. */
public enum Edits implements Worded {
    /** Nothing of the source gets in. */
    REFUSE,
    /** Those objects stay as they are; everything else gets in. */
    KEEP,
    /** The source counts; what was known before is in the history. */
    OVERWRITE
}
