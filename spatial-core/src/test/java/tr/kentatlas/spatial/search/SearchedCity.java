package tr.kentatlas.spatial.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import tr.kentatlas.spatial.TestCity;
import tr.kentatlas.spatial.model.Approval;
import tr.kentatlas.spatial.progress.Progress;
import tr.kentatlas.spatial.release.Decision;
import tr.kentatlas.spatial.release.Editions;
import tr.kentatlas.spatial.release.Publisher;
import tr.kentatlas.spatial.release.Replacing;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.testsupport.PostgisServer;
import tr.kentatlas.testsupport.Scratch;

/** A small city, published with its place index, for the tests of one JVM. */
final class SearchedCity {
    static final SearchedCity SHARED = PostgisServer.shared().kept(() -> new SearchedCity(working -> {}));

    final PGSimpleDataSource owner = TestCity.small();
    final Path folder = Scratch.folder("place-index");
    final PlaceIndexFolder indexes = new PlaceIndexFolder(folder);
    final Edition edition;
    final PlaceIndex index;

    /** The same after something was done to its working data. */
    SearchedCity(Consumer<JdbcClient> change) {
        change.accept(JdbcClient.create(owner));
        publish();
        edition = new Editions(JdbcClient.create(owner)).find(1).orElseThrow();
        index = indexes.find(edition).orElseThrow();
    }

    void publish() {
        Publisher publisher = new Publisher(
                owner,
                TestCity.MODEL,
                TestCity.SRID,
                (draft, progress) -> List.of(),
                List.of(new PlaceIndexStep(owner, indexes)));
        publisher.draft(List.of(), "test", null, Replacing.ANY, Progress.silent());
        publisher.check(Progress.silent());
        publisher.approve(List.of(), new Decision(Approval.COUNCIL, "2026/1", LocalDate.of(2026, 11, 3), "test"));
        publisher.publish("test", null, Progress.silent());
    }

    /** As if it had been built there, which takes seconds. */
    void copyIndexInto(Path other) {
        String release = Long.toString(edition.release());
        try {
            FileSystemUtils.copyRecursively(folder.resolve(release), other.resolve(release));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Place first(String text) {
        return index.search(SearchQuestion.of(SearchQuestion.clean(text)), null, 1)
                .places()
                .get(0);
    }
}
