package tr.kentatlas.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tr.kentatlas.api.access.Role;

/** Every address of the desk times every role, against the table beside this test; an address without a row fails. */
class EndpointTableTest {
    private static final Map<String, Set<String>> TABLE = EndpointTable.read();

    private final DeskCity city = DeskCity.shared();

    @Test
    void everyAddressOfTheDeskHasARowAndEveryRowAnAddress() {
        assertThat(addresses()).containsExactlyInAnyOrderElementsOf(TABLE.keySet());
    }

    @Test
    void eachRoleIsLetInWhereTheTableSaysSoAndNowhereElse() {
        Map<Role, DeskClient> clients = new EnumMap<>(Role.class);
        for (Role role : Role.values()) clients.put(role, city.signedIn(role));
        DeskClient roleless = city.signedIn();
        Map<String, Set<String>> seen = new TreeMap<>();
        TABLE.keySet().forEach(address -> {
            Set<String> letIn = new TreeSet<>();
            if (isLetIn(new DeskClient(city.url()), address)) letIn.add("signed-out");
            if (isLetIn(roleless, address)) letIn.add("no-role");
            clients.forEach((role, client) -> {
                if (isLetIn(client, address)) letIn.add(role.word());
            });
            seen.put(address, letIn);
        });
        assertThat(seen).isEqualTo(new TreeMap<>(TABLE));
    }

    @Test
    void whoIsSignedOutGets401AndWhoMayNot403WithTheReason() {
        assertThat(new DeskClient(city.url()).get("/api/desk/audit").statusCode())
                .isEqualTo(401);
        var refused = city.signedIn(Role.VIEWER).get("/api/desk/audit");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("auditor").contains("you have viewer");
    }

    @Test
    void whoHasToChooseAPasswordIsLetInNowhereElse() {
        DeskCity.Somebody somebody = city.somebody(Role.ADMIN);
        city.database()
                .sql("UPDATE access.staff SET must_change = true WHERE account = ?")
                .param(somebody.account())
                .update();
        DeskClient client = new DeskClient(city.url());
        client.signIn(somebody.account(), somebody.password());
        assertThat(client.get("/api/desk/staff").statusCode()).isEqualTo(403);
        assertThat(client.json("/api/desk/me").path("mustChange").asBoolean()).isTrue();
    }

    /** Let in is who is not refused by 401 or 403, whatever else is wrong with the request. */
    private static boolean isLetIn(DeskClient client, String address) {
        String method = address.substring(0, address.indexOf(' '));
        String path = address.substring(address.indexOf(' ') + 1).replaceAll("\\{[^}]*}", "olmayan");
        int status = method.equals("GET")
                ? client.get(path).statusCode()
                : client.call(method, path, "{}").statusCode();
        return status != 401 && status != 403;
    }

    private Set<String> addresses() {
        RequestMappingHandlerMapping mapping =
                city.web().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        return mapping.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .flatMap(pattern ->
                                methods(info.getMethodsCondition().getMethods()).map(method -> method + " " + pattern)))
                .filter(address -> address.matches("\\S+ (/api)?/desk(/.*)?"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> methods(Set<?> methods) {
        return methods.isEmpty() ? List.of("ANY").stream() : methods.stream().map(String::valueOf);
    }
}
