package tr.kentatlas.api.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tr.kentatlas.api.cli.backup.SavedCity.content;
import static tr.kentatlas.api.cli.backup.SavedCity.progress;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tr.kentatlas.api.cli.instance.DatabaseUrl;
import tr.kentatlas.api.cli.instance.OthersDatabase;
import tr.kentatlas.api.cli.report.UserError;

/** A server of others, where the city's owner is no superuser and the administrator made PostGIS. */
class RestoreAtOthersTest {
    @TempDir
    private Path folder;

    @Test
    void anOwnerWhoIsNoSuperuserBacksUpAndRestores() throws Exception {
        OthersDatabase city = OthersDatabase.prepared();
        DatabaseUrl url = city.url();
        city.administrator().sql("ALTER ROLE " + url.user() + " NOCREATEDB").update();
        Path ofAnother = SavedCity.shared().archive();
        assertThatThrownBy(() -> restore(ofAnother, url))
                .isInstanceOf(UserError.class)
                .hasMessageEndingWith("The server's administrator runs: ALTER ROLE sahip CREATEDB;");
        city.administrator().sql("ALTER ROLE " + url.user() + " CREATEDB").update();
        restore(ofAnother, url);
        DatabaseUrl again = OthersDatabase.prepared().url();
        restore(new Backup("izmir", url, Map.of()).into(folder, progress()), again);
        assertThat(content(again)).isEqualTo(SavedCity.shared().content());
    }

    private static void restore(Path archive, DatabaseUrl into) throws InterruptedException {
        CheckedArchive.open(archive, progress()).restore(new Restore(into), Restore.Proof.CONTENT, progress());
    }
}
