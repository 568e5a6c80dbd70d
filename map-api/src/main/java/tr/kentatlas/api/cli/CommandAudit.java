package tr.kentatlas.api.cli;

import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit of what is done by command: the service's journal belongs to the service, so a command writes where it leads to. */
final class CommandAudit {
    private CommandAudit() {}

    static void record(DataSource owner, String person, String action, String subject) {
        JdbcClient.create(owner)
                .sql("INSERT INTO access.audit (journal, line, at, kind, caller, action, subject, items, detail)"
                        + " VALUES (?, 0, now(), 'operator', ?, ?, ?, 1, '{}')")
                .params(UUID.randomUUID(), "kent:" + person, action, shortened(subject))
                .update();
    }

    /** Whoever sits at the terminal. */
    static String user() {
        return "kent:" + System.getProperty("user.name", "");
    }

    private static String shortened(String text) {
        return text.length() <= 500 ? text : text.substring(0, 499) + "…";
    }
}
