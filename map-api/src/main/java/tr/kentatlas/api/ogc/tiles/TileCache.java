package tr.kentatlas.api.ogc.tiles;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.MadeOnce;

/** Keeps encoded tiles in memory, plain and compressed. The key holds release, grant and address, so nothing in it ever goes stale. */
@Component
final class TileCache {
    private static final long DEFAULT_BYTES = 96L << 20;

    private final MadeOnce<String, Tile> tiles;

    /** A tile's bytes both ways, and how many features of each type it carries. */
    static final class Tile {
        private final byte[] plain;
        private volatile byte @Nullable [] gzip;
        private volatile @Nullable Map<String, Integer> features;

        Tile(byte[] plain) {
            this.plain = plain;
        }

        byte[] plain() {
            return plain;
        }

        /** Compressed when it is first asked for: that costs more than making the tile. */
        byte[] gzip() {
            byte[] known = gzip;
            if (known == null) {
                known = compress(plain);
                gzip = known;
            }
            return known;
        }

        /** Counted when it first goes to somebody of whom is recorded what they receive. */
        Map<String, Integer> features() {
            Map<String, Integer> known = features;
            if (known == null) {
                known = TileContent.of(plain).types();
                features = known;
            }
            return known;
        }

        int weight() {
            return 2 * plain.length + 200; // compressed it is never larger
        }

        /** Level 1: higher ones cost more than making the tile. */
        private static byte[] compress(byte[] plain) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 2 + 32);
            try (GZIPOutputStream out = new GZIPOutputStream(bytes) {
                {
                    def.setLevel(Deflater.BEST_SPEED);
                }
            }) {
                out.write(plain);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }
    }

    /** {@code kent.tiles.cache-bytes} bounds the memory it takes; 0 keeps nothing. */
    @Autowired
    TileCache(Environment environment) {
        long bytes = environment.getProperty("kent.tiles.cache-bytes", Long.class, DEFAULT_BYTES);
        tiles = new MadeOnce<>(Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((String key, Tile tile) -> tile.weight())
                .buildAsync());
    }

    Tile get(String key, Supplier<Tile> make) {
        return tiles.get(key, make);
    }
}
