package tr.kentatlas.api.cli.city;

import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;
import tr.kentatlas.api.access.Caller;
import tr.kentatlas.api.access.audit.AuditEntry;
import tr.kentatlas.api.cli.instance.DatabaseUrl;

/** The audit of what is done by command: the service's journal belongs to the service, so a command writes where it leads to. */
public final class CommandAudit {
    private CommandAudit() {}

    /** Where no more of the city is open than its address; a database without an audit has nothing to account for yet. */
    public static void record(DatabaseUrl city, AuditEntry entry) {
        DataSource owner = new DriverManagerDataSource(
                city.jdbcUrl(), city.user(), city.password().reveal());
        boolean hasAudit = JdbcClient.create(owner)
                .sql("SELECT to_regclass('access.audit') IS NOT NULL")
                .query(Boolean.class)
                .single();
        if (hasAudit) record(owner, entry);
    }

    /** The same of whoever sits at the terminal. */
    public static AuditEntry entry(String action, String subject) {
        return entry(System.getProperty("user.name", ""), action, subject);
    }

    /** What is to be recorded of a command, for more to be said of it. */
    public static AuditEntry entry(String person, String action, String subject) {
        return AuditEntry.change(Caller.Kind.OPERATOR, "kent:" + person, action, subject);
    }

    public static void record(DataSource owner, AuditEntry entry) {
        JdbcClient.create(owner)
                .sql(
                        "INSERT INTO access.audit (journal, line, at, kind, caller, action, subject, release_no, items, detail)"
                                + " VALUES (?, 0, now(), 'operator', ?, ?, ?, ?, ?, ?::jsonb)")
                .params(UUID.randomUUID(), entry.caller(), entry.action(), entry.subject())
                .param(entry.release())
                .param(entry.count())
                .param(JsonMapper.shared().writeValueAsString(entry.detail()))
                .update();
    }

    /** Whoever sits at the terminal. */
    public static String user() {
        return "kent:" + System.getProperty("user.name", "");
    }
}
