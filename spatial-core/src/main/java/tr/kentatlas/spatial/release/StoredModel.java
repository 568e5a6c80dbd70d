package tr.kentatlas.spatial.release;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.spatial.feature.Sha256;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.model.Theme;

/** Keeps the model with what was frozen under it, so that an older release is read with its own columns. */
public final class StoredModel {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** A hash names one content for ever, in whichever database: what was read under it need not be read again. */
    private static final Map<String, Model> READ = new ConcurrentHashMap<>();

    private StoredModel() {}

    /** Stores the model once and gives its hash. */
    static String keep(Model model, JdbcClient jdbc) {
        String content = JSON.writeValueAsString(model);
        String hash = Sha256.hex(content);
        jdbc.sql("INSERT INTO release.model (model_hash, content) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(hash, content)
                .update();
        return hash;
    }

    public static Model read(String hash, JdbcClient jdbc) {
        Model known = READ.get(hash);
        if (known != null) return known;
        Model read = JSON.readValue(content(hash, jdbc), Model.class);
        READ.put(hash, read);
        return read;
    }

    private static String content(String hash, JdbcClient jdbc) {
        return jdbc.sql("SELECT content FROM release.model WHERE model_hash = ?")
                .param(hash)
                .query(String.class)
                .single();
    }

    /** The part of the model that decides what a theme's rows mean. */
    static byte[] bytesOf(Model model, Theme theme) {
        return (JSON.writeValueAsString(theme) + JSON.writeValueAsString(model.common()))
                .getBytes(StandardCharsets.UTF_8);
    }
}
