package tr.kentatlas.api.ogc.tiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tr.kentatlas.api.access.View;
import tr.kentatlas.spatial.tile.TileAddress;

/**
 * The public's map tiles on disk, one folder for each release, so that the map is drawn while the database is away. A folder is filled
 * aside and moved into place whole: in one that is in place, a tile without a file is an empty tile, and one whose file is empty could
 * not be made.
 */
@Component
final class TileShelf {
    /** Raised when the same rows are encoded otherwise. */
    private static final int FORMAT = 2;

    /** Names the last zoom that is kept; there from the moment all is. */
    private static final String DEEPEST = "deepest";

    private final @Nullable Path root;
    private final String rules = TileRules.read().text();

    /** {@code kent.tiles.folder} is where; without it nothing is kept. */
    TileShelf(@Value("${kent.tiles.folder:#{null}}") @Nullable Path root) {
        this.root = root;
    }

    boolean isThere() {
        return root != null;
    }

    boolean has(View view) {
        return deepest(folder(view)) >= 0;
    }

    /** The tile as it was put there, without bytes when it is empty; nothing when the shelf cannot tell. */
    Optional<byte[]> find(View view, TileAddress address) {
        if (root == null || !view.isPublic() || address.z() < TileRules.MIN_ZOOM) return Optional.empty();
        Path folder = folder(view);
        if (deepest(folder) < address.z()) return Optional.empty();
        try {
            byte[] tile = Files.readAllBytes(file(folder, address));
            return tile.length == 0 ? Optional.empty() : Optional.of(tile);
        } catch (NoSuchFileException none) {
            boolean isStillThere = deepest(folder) >= address.z(); // or it was cleared away this very moment
            return isStillThere ? Optional.of(new byte[0]) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // the database still knows
        }
    }

    /** How many bytes a tile that was put aside has; none when it was not yet, or was left. */
    long sizeAside(View view, TileAddress address) throws IOException {
        Path file = file(aside(view), address);
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /** Puts a tile aside; it is on the disk, whole, before it has its name. */
    void put(View view, TileAddress address, byte[] tile) throws IOException {
        write(file(aside(view), address), tile);
    }

    /** Leaves a tile to be made when somebody asks for it. */
    void leave(View view, TileAddress address) throws IOException {
        write(file(aside(view), address), new byte[0]);
    }

    void dropZoom(View view, int zoom) {
        remove(aside(view).resolve(Integer.toString(zoom)));
    }

    /** Moves what was put aside into place. */
    void complete(View view, int deepest) throws IOException {
        write(aside(view).resolve(DEEPEST), Integer.toString(deepest).getBytes(StandardCharsets.US_ASCII));
        Files.move(aside(view), folder(view), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes the tiles of releases that are not wanted any more, and what was begun for others than this view. */
    void tidy(View view, LongPredicate wanted) throws IOException {
        if (root == null || !Files.isDirectory(root)) return;
        try (Stream<Path> folders = Files.list(root)) {
            for (Path folder : folders.toList()) {
                if (!folder.equals(aside(view)) && !isWanted(folder, view, wanted)) clear(folder);
            }
        }
    }

    private boolean isWanted(Path folder, View view, LongPredicate wanted) {
        String name = String.valueOf(folder.getFileName());
        if (!name.matches("\\d{1,18}-[0-9a-f-]{36}")) return false;
        long release = Long.parseLong(name.substring(0, name.indexOf('-')));
        return release == view.edition().release() ? folder.equals(folder(view)) : wanted.test(release);
    }

    /** Out of its place first, so that nobody takes what is removed already for an empty tile. */
    private static void clear(Path folder) throws IOException {
        Path away = folder.resolveSibling(".away-" + UUID.randomUUID());
        Files.move(folder, away, StandardCopyOption.ATOMIC_MOVE);
        remove(away);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Path aside = file.resolveSibling("." + UUID.randomUUID());
        try {
            force(aside, bytes);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(aside); // left when the disk was full
        }
    }

    private static void force(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) channel.write(rest);
            channel.force(true);
        }
    }

    private static void remove(Path folder) {
        if (!Files.exists(folder)) return;
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }

    private static int deepest(Path folder) {
        try {
            return Integer.parseInt(Files.readString(folder.resolve(DEEPEST)));
        } catch (IOException | NumberFormatException none) {
            return -1;
        }
    }

    private static Path file(Path folder, TileAddress address) {
        return folder.resolve(address.z() + "/" + address.x() + "/" + address.y());
    }

    private Path aside(View view) {
        return base().resolve("." + name(view));
    }

    private Path folder(View view) {
        return base().resolve(name(view));
    }

    private Path base() {
        if (root == null) throw new IllegalStateException("no folder for tiles");
        return root;
    }

    /** The same name promises the same bytes: of the release, the grant, the rules and the encoding. */
    private String name(View view) {
        String made = String.join(
                "\n",
                view.edition().publishedAt().toString(),
                view.grantHash(),
                rules,
                FORMAT + "/" + TileShelf.class.getPackage().getImplementationVersion());
        return view.edition().release() + "-" + UUID.nameUUIDFromBytes(made.getBytes(StandardCharsets.UTF_8));
    }
}
