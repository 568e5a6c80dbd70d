package tr.kentatlas.spatial.ingest.file;

import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.spatial.ingest.BrokenSourceException;

/** How GeoJSON files are opened: NaN and infinity are read, so that only their features are rejected. */
final class GeoJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private GeoJson() {}

    static JsonParser open(Path file) {
        return JSON.createParser(file);
    }

    static BrokenSourceException broken(Path file, JacksonException cause) {
        var at = cause.getLocation();
        String where = at == null || at.getLineNr() < 1 ? "" : " (line " + at.getLineNr() + ")";
        String what = cause.getOriginalMessage().replaceFirst("(?s): expected close marker.*", "");
        return new BrokenSourceException(FileNames.of(file) + " is no complete JSON file: " + what + where, cause);
    }
}
