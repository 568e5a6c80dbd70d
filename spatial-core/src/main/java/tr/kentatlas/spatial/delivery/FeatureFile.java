package tr.kentatlas.spatial.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Consumer;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.VisibleType;

/** A file format a whole layer of a release can be written in, as one grant sees it. */
public interface FeatureFile {

    /** The end of its file names, without the dot. */
    String suffix();

    String mediaType();

    /**
     * Writes the file feature by feature, in constant memory.
     *
     * @param told which features are in it
     */
    void write(Edition edition, VisibleType type, Path file, Consumer<UUID> told) throws IOException;
}
