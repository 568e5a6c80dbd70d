package tr.kentatlas.spatial.release;

import tr.kentatlas.spatial.progress.Progress;

/** A port: something that must be built for a release before readers are switched to it, such as a search index or views. */
public interface PublishStep {

    /** What the operator reads while it runs. */
    String title();

    /** Builds aside, idempotently; readers of the current release must not notice. */
    void prepare(Release release, Progress progress);
}
