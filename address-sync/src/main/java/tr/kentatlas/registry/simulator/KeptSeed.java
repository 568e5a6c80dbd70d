package tr.kentatlas.registry.simulator;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tr.kentatlas.registry.port.RegisteredBuilding;
import tr.kentatlas.registry.port.RegisteredDoor;
import tr.kentatlas.registry.port.RegisteredNeighbourhood;
import tr.kentatlas.registry.port.RegisteredStreet;
import tr.kentatlas.registry.port.RegisteredUnit;
import tr.kentatlas.registry.simulator.RegistryBook.BookedRoad;
import tr.kentatlas.registry.simulator.RegistryBook.Content;

/** A seed that is sown once and kept in a file: a registry does not begin anew because the city has changed meanwhile. */
public final class KeptSeed implements Consumer<RegistryBook> {
    private final Path file;
    private final Consumer<RegistryBook> first;

    private KeptSeed(Path file, Consumer<RegistryBook> first) {
        this.file = file;
        this.first = first;
    }

    /** What the file holds, or else the first sowing, which it holds from then on. */
    public static KeptSeed in(Path file, Consumer<RegistryBook> first) {
        return new KeptSeed(file, first);
    }

    @Override
    public void accept(RegistryBook book) {
        try {
            if (Files.exists(file)) {
                load(book);
            } else {
                first.accept(book);
                save(book);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void save(RegistryBook book) throws IOException {
        Path making = file.resolveSibling(file.getFileName() + ".making");
        Content truth = book.truth();
        try (BufferedWriter out = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(making)), StandardCharsets.UTF_8))) {
            write(out, "N", truth.neighbourhoods());
            write(out, "R", book.roads.all());
            write(out, "S", truth.streets());
            write(out, "B", truth.buildings());
            write(out, "D", truth.doors());
            write(out, "U", truth.units());
        }
        Files.move(making, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(BufferedWriter out, String kind, List<?> rows) throws IOException {
        for (Object row : rows) {
            out.write(kind);
            out.write(RowJson.write(row));
            out.write('\n');
        }
    }

    private void load(RegistryBook book) throws IOException {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            in.lines().forEach(line -> put(book, line.charAt(0), line.substring(1)));
        }
    }

    private static void put(RegistryBook book, char kind, String json) {
        switch (kind) {
            case 'N' -> {
                var row = RowJson.read(json, RegisteredNeighbourhood.class);
                book.neighbourhoods.put(row.code(), row, Instant.MIN);
            }
            case 'R' -> {
                var row = RowJson.read(json, BookedRoad.class);
                book.roads.put(row.code(), row, Instant.MIN);
            }
            case 'S' -> book.change(RowJson.read(json, RegisteredStreet.class));
            case 'B' -> book.change(RowJson.read(json, RegisteredBuilding.class));
            case 'D' -> book.change(RowJson.read(json, RegisteredDoor.class));
            case 'U' -> book.change(RowJson.read(json, RegisteredUnit.class));
            default -> throw new IllegalStateException("There is no kind of row " + kind + ".");
        }
    }
}
