package tr.kentatlas.api.ogc.features;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Writes a page of features as a GeoJSON feature collection while they come in (OGC 17-069r4 §7.15.5 to §7.15.8). */
final class FeatureCollectionJson {
    private static final byte[] BEGIN =
            "{\"type\":\"FeatureCollection\",\"features\":[".getBytes(StandardCharsets.UTF_8);

    private static final byte[] END_OF_FEATURES = {']'};
    private static final byte[] COMMA = {','};

    private final OutputStream out;
    private final ItemsQuestion question;
    private int returned;

    FeatureCollectionJson(OutputStream out, ItemsQuestion question) {
        this.out = out;
        this.question = question;
    }

    void begin() {
        write(BEGIN);
    }

    /** A feature as the store hands it over. */
    void add(byte[] feature) {
        if (returned++ > 0) write(COMMA);
        write(feature);
    }

    /** @param next cursor of the next page; empty on the last */
    void end(Optional<String> next) {
        write(END_OF_FEATURES);
        write(JsonTail.of(json -> writeTail(json, next)));
    }

    /** The total is told where it costs nothing: for an unrestricted question. */
    private void writeTail(JsonGenerator json, Optional<String> next) {
        if (question.asksForAll()) {
            json.writeNumberProperty("numberMatched", question.type().entry().rows());
        }
        json.writeNumberProperty("numberReturned", returned);
        json.writeStringProperty(
                "timeStamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        json.writeNumberProperty("release", question.view().edition().release());
        json.writeName("links");
        json.writePOJO(PageLinks.ofItems(question, next));
    }

    private void write(byte[] piece) {
        try {
            out.write(piece);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
