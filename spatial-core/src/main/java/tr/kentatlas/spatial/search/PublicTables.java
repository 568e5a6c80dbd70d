package tr.kentatlas.spatial.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.FeatureType;
import tr.kentatlas.spatial.model.Model;
import tr.kentatlas.spatial.model.Text;
import tr.kentatlas.spatial.release.FrozenTypes;
import tr.kentatlas.spatial.release.Release;
import tr.kentatlas.spatial.store.Edition;
import tr.kentatlas.spatial.store.PublishedTable;

/**
 * The public copies of one release: the only tables the index is made of.
 *
 * @param stamp what the rows were: the hashes of the snapshots they are in; their numbers may be given again after a restore
 */
record PublicTables(long release, String stamp, Map<String, Entry> types) {
    /** Changes whenever what is stored for a row changes, so that an older index is rebuilt. */
    private static final String LAYOUT = "6";

    record Entry(PublishedTable table, Model model) {
        private Text words(String column, String code) {
            Attribute coded = table.attributes().stream()
                    .filter(attribute -> attribute.column().equals(column))
                    .findFirst()
                    .orElseThrow();
            return model.words(coded, code);
        }
    }

    /** As a job sees a release that is not served yet. */
    static PublicTables of(Release release, JdbcClient jdbc) {
        Map<String, Entry> types = new LinkedHashMap<>();
        Set<String> hashes = new TreeSet<>();
        FrozenTypes.of(release, jdbc).entries().stream()
                .filter(entry -> entry.type().isPublic())
                .forEach(entry -> {
                    add(entry.type(), entry.model(), entry.snapshot().id(), types);
                    hashes.add(entry.snapshot().contentHash());
                });
        return new PublicTables(release.number(), stamp(hashes), types);
    }

    /** As readers see the release that is served. */
    static PublicTables of(Edition edition) {
        Map<String, Entry> types = new LinkedHashMap<>();
        Set<String> hashes = new TreeSet<>();
        edition.entries().stream().filter(entry -> entry.type().isPublic()).forEach(entry -> {
            add(entry.type(), entry.model(), entry.snapshot(), types);
            hashes.add(entry.contentHash());
        });
        return new PublicTables(edition.release(), stamp(hashes), types);
    }

    private static void add(FeatureType type, Model model, long snapshot, Map<String, Entry> types) {
        types.put(type.name(), new Entry(PublishedTable.open(model, type, snapshot), model));
    }

    private static String stamp(Set<String> hashes) {
        return LAYOUT + ";" + String.join(",", hashes);
    }

    /** Puts the tables' names where a query says {@code {type}}. */
    private String sql(String template) {
        String sql = template;
        for (Map.Entry<String, Entry> type : types.entrySet()) {
            sql = sql.replace("{" + type.getKey() + "}", type.getValue().table().name());
        }
        return sql;
    }

    /** Hands over every row of a query written with such names. */
    void each(JdbcClient jdbc, String template, RowCallbackHandler reader) {
        jdbc.sql(sql(template)).query(reader);
    }

    /** A code in a type's column in words; one outside its list stands for itself. */
    Text words(String type, String column, @Nullable String code) {
        return code == null
                ? new Text("", "")
                : Objects.requireNonNull(types.get(type)).words(column, code);
    }
}
