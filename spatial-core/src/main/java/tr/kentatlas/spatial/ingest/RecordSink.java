package tr.kentatlas.spatial.ingest;

import tr.kentatlas.spatial.feature.FeatureRecord;

/** Takes what a {@link FeatureSource} delivers. */
public interface RecordSink {

    void accept(FeatureRecord entry);

    /** One thing of the source that has no readable identity or geometry; kept in the reject table with its reason. */
    void reject(String type, String key, String reason);

    /**
     * One value of a feature that could not be read; the feature itself gets in without it. Kept beside the rejects with its reason.
     *
     * @param key what the source calls the feature
     * @param attribute official name of the attribute
     */
    default void unreadable(String type, String key, String attribute, String reason) {
        skip("unreadable " + type + "." + attribute);
    }

    /** Things of the source that the model has no place for, counted by what they are. */
    void skip(String kind);

    /** How much of {@link FeatureSource#size} has been read so far. */
    void progress(long done);
}
