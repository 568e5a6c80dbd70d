package tr.kentatlas.api.ogc.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import tr.kentatlas.api.access.View;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.tile.TileAddress;

class TileShelfTest {
    private static final TileAddress TILE = new TileAddress(8, 150, 96);
    private static final TileAddress BESIDE = new TileAddress(8, 151, 96);
    private static final TileAddress DEEPER = new TileAddress(9, 300, 192);
    /** Grants are remembered by release: these releases of nothing must not be taken for real ones. */
    private static final long FAR = 1_000_000;

    private static final byte[] BYTES = {1, 2, 3};

    @TempDir
    Path root;

    @Test
    void nothingIsFoundBeforeAllIsThere() throws IOException {
        TileShelf shelf = new TileShelf(root);
        shelf.put(release(1), TILE, BYTES);
        assertThat(shelf.find(release(1), TILE)).isEmpty();
        assertThat(new TileShelf(root).sizeAside(release(1), TILE)).isEqualTo(BYTES.length);
    }

    @Test
    void whatHasNoFileIsAnEmptyTileAsFarDownAsTilesAreKept() throws IOException {
        TileShelf shelf = filled(release(1));
        assertThat(shelf.find(release(1), TILE)).contains(BYTES);
        assertThat(shelf.find(release(1), BESIDE)).contains(new byte[0]);
        assertThat(shelf.find(release(1), DEEPER)).isEmpty();
        assertThat(shelf.find(release(1), new TileAddress(2, 1, 1))).isEmpty();
    }

    @Test
    void aTileThatWasLeftIsAskedOfTheDatabase() throws IOException {
        TileShelf shelf = new TileShelf(root);
        shelf.put(release(1), TILE, BYTES);
        shelf.leave(release(1), BESIDE);
        assertThat(shelf.sizeAside(release(1), BESIDE)).isZero();
        shelf.complete(release(1), TILE.z());
        assertThat(shelf.find(release(1), TILE)).contains(BYTES);
        assertThat(shelf.find(release(1), BESIDE)).isEmpty();
    }

    @Test
    void anotherReleaseOrTheSameNumberPublishedAtAnotherTimeIsNotThere() throws IOException {
        TileShelf shelf = filled(release(1));
        assertThat(shelf.find(release(2), TILE)).isEmpty();
        assertThat(shelf.find(release(1, Instant.EPOCH), TILE)).isEmpty();
    }

    @Test
    void releasesNobodyWantsAreRemovedAndWhatWasBegunForOthers() throws IOException {
        TileShelf shelf = filled(release(1));
        filled(release(2));
        filled(release(3, Instant.EPOCH));
        shelf.put(release(3), TILE, BYTES);
        shelf.put(release(4), TILE, BYTES);
        shelf.tidy(release(3), release -> release == FAR + 2);
        assertThat(shelf.has(release(1))).isFalse();
        assertThat(shelf.has(release(2))).isTrue();
        assertThat(shelf.sizeAside(release(3), TILE)).isPositive();
        try (Stream<Path> left = Files.list(root)) {
            assertThat(left).hasSize(2);
        }
    }

    @Test
    void aRangeHoldsTheTilesOfABoxWithOneMoreAround() {
        TileRange range = TileRange.of(new Envelope(32.95, 33.04, 39.88, 39.93), 12);
        assertThat(range.tiles())
                .hasSize(Math.toIntExact(range.count()))
                .contains(new TileAddress(12, 2423, 1551), new TileAddress(12, 2421, 1550))
                .allMatch(tile -> tile.degrees().distance(new Envelope(32.95, 33.04, 39.88, 39.93)) < 0.1);
        assertThat(TileRange.of(new Envelope(-180, 180, -90, 90), 6).count()).isEqualTo(64 * 64);
    }

    private TileShelf filled(View view) throws IOException {
        TileShelf shelf = new TileShelf(root);
        shelf.put(view, TILE, BYTES);
        shelf.complete(view, TILE.z());
        return shelf;
    }

    private static View release(long number) {
        return release(number, Instant.parse("2026-11-21T00:00:00Z"));
    }

    private static View release(long number, Instant publishedAt) {
        return View.visitor(new Edition(FAR + number, publishedAt, 5255, Map.of()));
    }
}
