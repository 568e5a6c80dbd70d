package tr.kentatlas.api.exchange.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tr.kentatlas.spatial.feed.Change;
import tr.kentatlas.spatial.store.row.GeoJsonFeature;

/** Writes entries of the feed while they come in; features go out as they were encoded. */
final class ChangesJson {
    private static final byte[] END = {'}'};

    private final OutputStream out;

    ChangesJson(OutputStream out) {
        this.out = out;
    }

    /** One JSON object; what stands in it beside the feature are numbers, identities and names of the model. */
    void entry(Step.Numbered number, Change change) {
        String head = "{\"release\":" + number.release() + ",\"seq\":" + number.seq() + ",\"change\":\""
                + change.kind().word() + "\",\"type\":\"" + number.type() + "\",\"id\":\""
                + change.id() + "\"";
        GeoJsonFeature feature = change.feature();
        if (feature == null) {
            write(head);
        } else {
            write(head + ",\"feature\":");
            write(feature.json());
        }
        write(END);
    }

    /** Hands on what is still held back. */
    void end() throws IOException {
        out.flush();
    }

    void write(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
