package tr.kentatlas.spatial.search;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.PublishStep;
import tr.kentatlas.spatial.release.Release;

/** Builds a release's place index before readers are switched to it. */
public final class PlaceIndexStep implements PublishStep {
    private final DataSource owner;
    private final PlaceIndexFolder folder;

    public PlaceIndexStep(DataSource owner, PlaceIndexFolder folder) {
        this.owner = owner;
        this.folder = folder;
    }

    @Override
    public String title() {
        return "place index";
    }

    @Override
    public void prepare(Release release, Progress progress) {
        folder.build(PublicTables.of(release, JdbcClient.create(owner)), owner, progress);
    }
}
