package tr.kentatlas.spatial.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tr.kentatlas.spatial.ingest.BrokenSourceException;
import tr.kentatlas.spatial.ingest.FeatureSource;
import tr.kentatlas.spatial.ingest.osm.OsmPbfSource;
import tr.kentatlas.spatial.model.Model;

/** Finds the reader of a file by what is in it; what no reader takes is refused in one sentence. */
public final class Sources {
    private static final int HEAD = 64;
    private static final String SQLITE = "SQLite format 3\0";
    /** The first blob of every PBF file names itself so. */
    private static final String OSM_PBF = "OSMHeader";

    private Sources() {}

    /**
     * The reader of a file.
     *
     * @throws BrokenSourceException when the file cannot be read or is of no known format
     */
    public static FeatureSource open(Path file, Model model) {
        return open(file, model, null, null);
    }

    /**
     * The reader of a file.
     *
     * @param type feature type of a GeoJSON file that does not tell it
     * @param dataset what tells keys of the file from those of another; null for its name up to the first dot
     * @throws BrokenSourceException when the file cannot be read or is of no known format
     */
    public static FeatureSource open(Path file, Model model, @Nullable String type, @Nullable String dataset) {
        String head = head(file);
        String own = dataset == null ? FileNames.stem(file) : dataset;
        if (head.contains(OSM_PBF)) return new OsmPbfSource(file, model);
        if (head.startsWith(SQLITE)) return new GeoPackageSource(file, model, own);
        if (isJson(head)) return new GeoJsonSource(file, model, type, own);
        throw new BrokenSourceException(FileNames.of(file) + " " + what(head)
                + "; what can be imported is .osm.pbf, GeoPackage (.gpkg) and GeoJSON (.geojson)");
    }

    /** The first bytes, one letter each. */
    private static String head(Path file) {
        if (!Files.exists(file)) throw new BrokenSourceException("there is no file " + file);
        if (Files.isDirectory(file)) throw new BrokenSourceException(file + " is a directory, not a file");
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new BrokenSourceException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean isJson(String head) {
        String text = head.startsWith("\u00EF\u00BB\u00BF") ? head.substring(3) : head;
        return text.stripLeading().startsWith("{");
    }

    private static String what(String head) {
        if (head.isEmpty()) return "is empty";
        if (head.startsWith("\u001F\u008B")) return "is compressed with gzip: unpack it first";
        if (head.startsWith("PK")) return "is a zip archive: unpack it first";
        if (head.startsWith("BZh")) return "is compressed with bzip2: unpack it first";
        if (head.stripLeading().startsWith("<")) return "is XML or a web page";
        return "is of no known format";
    }
}
