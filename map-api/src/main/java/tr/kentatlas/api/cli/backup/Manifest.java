package tr.kentatlas.api.cli.backup;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an archive holds and how to prove it.
 *
 * @param formatVersion of the archive itself
 * @param city name of the city it was taken from
 * @param postgresMajor release of the server it was taken from; none older can read it
 * @param srid EPSG code of the storage CRS
 * @param schemaVersion last migration applied
 * @param release number of the release that was served; null before the first
 * @param source what the city remembers of the file it was made from; empty for the sample
 * @param tables what every table held, all at the moment of the dump
 * @param files every file of the archive but the manifest itself
 */
record Manifest(
        int formatVersion,
        String city,
        Instant takenAt,
        int postgresMajor,
        int srid,
        String schemaVersion,
        @Nullable Long release,
        Map<String, String> source,
        List<TableContent> tables,
        List<ArchivedFile> files) {

    static final int FORMAT_VERSION = 1;

    Manifest {
        source = Collections.unmodifiableMap(new TreeMap<>(source));
        tables = List.copyOf(tables);
        files = List.copyOf(files);
    }

    /** A file by its path inside the archive. */
    record ArchivedFile(String path, long bytes, String sha256) {}

    long bytes() {
        return files.stream().mapToLong(ArchivedFile::bytes).sum();
    }

    long rows() {
        return tables.stream().mapToLong(TableContent::rows).sum();
    }
}
