package tr.kentatlas.registry.store;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.port.Remark;
import tr.kentatlas.registry.port.Saying;
import tr.kentatlas.registry.port.WrittenRemark;

/** What belongs together, seen from either side, inside one transaction. */
public final class Links {
    private static final Remark LINKED_TO_ANOTHER = Remark.of(Saying.LINKED_TO_ANOTHER);

    private final JdbcClient jdbc;

    public Links(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The registry's code of one of the city's objects. */
    public Optional<Long> code(Level level, UUID local) {
        return jdbc.sql("SELECT code FROM registry.link WHERE ended_at IS NULL AND level = ? AND local = ?")
                .params(level.word(), local)
                .query(Long.class)
                .optional();
    }

    /** The city's side of a row of the registry. */
    public Optional<UUID> local(Level level, long code) {
        return jdbc.sql("SELECT local FROM registry.link WHERE ended_at IS NULL AND level = ? AND code = ?")
                .params(level.word(), code)
                .query(UUID.class)
                .optional();
    }

    /** Both sides' former links end, and are kept. */
    public void put(Level level, long code, UUID local, UUID object, String pass, String by) {
        Optional<Long> now = code(level, local);
        if (now.isPresent() && now.get() == code) return;
        end(level, "code = ?", code, by, LINKED_TO_ANOTHER);
        end(level, "local = ?", local, by, LINKED_TO_ANOTHER);
        jdbc.sql("INSERT INTO registry.link (level, code, local, object, pass, linked_by) VALUES (?, ?, ?, ?, ?, ?)")
                .params(level.word(), code, local, object, pass, by)
                .update();
    }

    public void endOf(Level level, UUID local, String by, Remark why) {
        end(level, "local = ?", local, by, why);
    }

    private void end(Level level, String which, Object value, String by, Remark why) {
        jdbc.sql(
                        "UPDATE registry.link SET ended_at = now(), ended_by = ?, ended_why = ? WHERE ended_at IS NULL AND level = ? AND "
                                + which)
                .params(by, WrittenRemark.write(why), level.word(), value)
                .update();
    }
}
