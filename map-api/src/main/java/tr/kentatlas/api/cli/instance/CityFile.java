package tr.kentatlas.api.cli.instance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tr.kentatlas.api.cli.report.UserError;

/** A file with a real city, recognised by its name's ending and its first bytes. */
public record CityFile(Path path, Format format) {
    /** What can be read. */
    public enum Format {
        OSM_PBF(".osm.pbf .pbf", "an OpenStreetMap extract"),
        GEOPACKAGE(".gpkg", "a GeoPackage"),
        GEOJSON(".geojson .geojsonl .json", "GeoJSON");

        private final String endings;
        private final String words;

        Format(String endings, String words) {
            this.endings = endings;
            this.words = words;
        }

        private Optional<String> ending(String fileName) {
            return Arrays.stream(endings.split(" ", -1))
                    .filter(fileName::endsWith)
                    .findFirst();
        }

        private boolean opens(byte[] start) {
            String text = new String(start, StandardCharsets.ISO_8859_1);
            return switch (this) {
                case OSM_PBF -> text.contains("OSMHeader");
                case GEOPACKAGE -> text.startsWith("SQLite format 3\0");
                case GEOJSON ->
                    text.replace("\u00ef\u00bb\u00bf", "").stripLeading().startsWith("{");
            };
        }
    }

    private static final int ENOUGH_BYTES = 512;

    /** Opens the file's beginning; what is inside is the import's to judge. */
    public static CityFile open(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        Format format = Arrays.stream(Format.values())
                .filter(candidate -> candidate.ending(name).isPresent())
                .findFirst()
                .orElseThrow(() -> new UserError("The file " + path
                        + " is of no known kind: its name must end with .osm.pbf, .gpkg, .geojson, .geojsonl or .json."
                        + " Nor is it a city that is here: ./kent status lists those."));
        if (!format.opens(firstBytes(path))) {
            throw new UserError("The file " + path + " is broken: it does not begin like " + format.words + ".");
        }
        return new CityFile(path.toAbsolutePath().normalize(), format);
    }

    private static byte[] firstBytes(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new UserError("There is no file " + path + ".");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(ENOUGH_BYTES);
        } catch (IOException e) {
            throw new UserError("The file " + path + " cannot be read: no permission, or a failing disk.", e);
        }
    }

    /** The city's name: the file's, in the letters a folder and a URL can carry. */
    public String cityName() {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        String base =
                name.substring(0, name.length() - format.ending(name).orElse("").length());
        String plain = base.replaceAll("[^a-z0-9_-]+", "-").replaceAll("^[-_]+|-+$", "");
        String cut = plain.substring(0, Math.min(plain.length(), 63));
        if (cut.isEmpty() || cut.equals(Instance.DEFAULT_NAME)) {
            throw new UserError("The file " + path + " needs a name of its own, in letters a-z or digits.");
        }
        return cut;
    }
}
