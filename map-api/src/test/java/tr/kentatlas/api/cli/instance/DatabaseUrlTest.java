package tr.kentatlas.api.cli.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tr.kentatlas.api.cli.report.UserError;

class DatabaseUrlTest {
    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db:5433/kent?user=ali&password=p%2Fq&sslmode=require, jdbc:postgresql://db:5433/kent?sslmode=require",
        "postgres://ali:p%2Fq@db/kent, jdbc:postgresql://db/kent",
        "postgresql://ali:p%2Fq@[::1]:5432/kent?sslmode=require, jdbc:postgresql://[::1]:5432/kent?sslmode=require",
        "'jdbc:postgresql://ali:p%2Fq@a:1,b:2/kent', 'jdbc:postgresql://a:1,b:2/kent'"
    })
    void whatIsSecretIsMovedOutOfTheAddress(String text, String shown) {
        DatabaseUrl url = DatabaseUrl.parse(text, Map.of());
        assertThat(url.jdbcUrl()).isEqualTo(shown);
        assertThat(url.user()).isEqualTo("ali");
        assertThat(url.password().reveal()).isEqualTo("p/q");
        assertThat(url.toString()).doesNotContain("p/q").doesNotContain("p%2Fq");
    }

    @Test
    void userAndPasswordMayStandInTheEnvironment() {
        DatabaseUrl url = DatabaseUrl.find(Map.of(
                        "KENT_DB_URL", "postgres://db/kent", "KENT_DB_USER", "ayşe", "KENT_DB_PASSWORD", "gizli"))
                .orElseThrow();
        assertThat(url.user()).isEqualTo("ayşe");
        assertThat(url.password().reveal()).isEqualTo("gizli");
    }

    @Test
    void anAddressOfAnotherKindIsRefusedWithoutQuotingIt() {
        assertThatThrownBy(() -> DatabaseUrl.parse("mysql://ali:gizli@db/kent", Map.of()))
                .isInstanceOf(UserError.class)
                .hasMessageNotContaining("gizli");
    }

    @Test
    void anOldServerOrEncodingIsRefused() {
        assertThatThrownBy(() -> DatabaseTrouble.requireServer(140_012, "14.12", "UTF8"))
                .hasMessage("The database server is PostgreSQL 14.12: PostgreSQL 15 or newer is needed.");
        assertThatThrownBy(() -> DatabaseTrouble.requireServer(150_000, "15.0", "LATIN5"))
                .hasMessageContaining("LATIN5");
    }
}
