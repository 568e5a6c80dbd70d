package tr.kentatlas.spatial.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.VisibleType;

/** A file format a whole layer of a release can be written in, as one grant sees it. */
public interface FeatureFile {

    /** The end of its file names, without the dot. */
    String suffix();

    String mediaType();

    /** Writes the file feature by feature, in constant memory but for the identities; tells which features are in it. */
    List<UUID> write(Edition edition, VisibleType type, Path file) throws IOException;
}
