package tr.kentatlas.spatial.store.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tr.kentatlas.spatial.model.CodeList;
import tr.kentatlas.spatial.model.Model;

/** Keeps the code list tables equal to the model's lists, for the desk, QGIS and SQL; touches them only when the lists changed. */
public final class CodeListTables {
    private static final String FINGERPRINT = "code_lists";

    private final DataSource owner;

    public CodeListTables(DataSource owner) {
        this.owner = owner;
    }

    /** All in one transaction, or nothing when the tables have these lists already. */
    public void fill(Model model) {
        JdbcTemplate jdbc = new JdbcTemplate(owner);
        String wanted =
                Integer.toHexString(new TreeMap<>(model.codeLists()).toString().hashCode());
        List<@Nullable String> stored =
                jdbc.queryForList("SELECT value FROM kent.setting WHERE name = ?", String.class, FINGERPRINT);
        if (stored.contains(wanted)) return;
        new TransactionTemplate(new JdbcTransactionManager(owner)).executeWithoutResult(state -> {
            jdbc.update("DELETE FROM working.kod_degeri");
            jdbc.update("DELETE FROM working.kod_listesi");
            jdbc.batchUpdate("INSERT INTO working.kod_listesi VALUES (?, ?, ?, ?, ?)", lists(model));
            jdbc.batchUpdate("INSERT INTO working.kod_degeri VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", codes(model));
            jdbc.update(
                    "INSERT INTO kent.setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                    FINGERPRINT,
                    wanted);
        });
    }

    private static List<@Nullable Object[]> lists(Model model) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        model.codeLists()
                .values()
                .forEach(list -> rows.add(new Object[] {
                    list.name(),
                    list.title().tr(),
                    list.title().en(),
                    list.source(),
                    list.extensibility().name()
                }));
        return rows;
    }

    private static List<@Nullable Object[]> codes(Model model) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (CodeList list : model.codeLists().values()) {
            int order = 0;
            for (CodeList.Code code : list.codes()) {
                rows.add(new @Nullable Object[] {
                    list.name(),
                    code.code(),
                    code.title().tr(),
                    code.title().en(),
                    code.parent(),
                    code.inspire(),
                    order++,
                    code.symbol(),
                    code.also().toArray(String[]::new),
                    code.from(),
                    code.until()
                });
            }
        }
        return rows;
    }
}
