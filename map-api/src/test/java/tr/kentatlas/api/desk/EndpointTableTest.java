package tr.kentatlas.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.access.Role;
import tr.kentatlas.api.access.ServedEdition;
import tr.kentatlas.api.access.key.Keys;
import tr.kentatlas.api.exchange.BookKeeper;
import tr.kentatlas.api.exchange.agreement.Agreements;
import tr.kentatlas.api.exchange.agreement.Draft;
import tr.kentatlas.api.exchange.agreement.Standing.State;
import tr.kentatlas.api.exchange.agreement.TermsReader;

/** Every address of the service times everybody who may call, against the table beside this test; an address without a row fails. */
class EndpointTableTest {
    private static final Map<String, Set<String>> TABLE = EndpointTable.read();

    private final DeskCity city = DeskCity.shared();

    @Test
    void everyAddressHasARowAndEveryRowAnAddress() {
        assertThat(addresses()).containsExactlyInAnyOrderElementsOf(TABLE.keySet());
    }

    @Test
    void everybodyIsLetInWhereTheTableSaysSoAndNowhereElse() {
        Map<String, DeskClient> callers = callers();
        Map<String, Set<String>> seen = new TreeMap<>();
        TABLE.keySet()
                .forEach(address -> seen.put(
                        address,
                        callers.keySet().stream()
                                .filter(who -> isLetIn(Objects.requireNonNull(callers.get(who)), address))
                                .collect(Collectors.toCollection(TreeSet::new))));
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

    /** One of each kind, by the table's words. */
    private Map<String, DeskClient> callers() {
        Map<String, DeskClient> callers = new TreeMap<>();
        for (Role role : Role.values()) callers.put(role.word(), city.signedIn(role));
        callers.put("no-role", city.signedIn());
        callers.put("signed-out", new DeskClient(city.url()));
        callers.put("partner", new DeskClient(city.url()).bearing(partnersKey()));
        callers.put(
                "staff-key",
                new DeskClient(city.url()).bearing(city.signedIn(Role.ADMIN).newKey()));
        return callers;
    }

    private String partnersKey() {
        Agreements agreements = bean(Agreements.class);
        JsonNode terms =
                Draft.of("2026/900").sharing("bina", "zeminUstuKatSayisi").json();
        long id = agreements
                .add(TermsReader.read(terms, bean(ServedEdition.class).current()), "test")
                .id();
        agreements.turn(id, State.ACTIVE, null, "test");
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        String key = bean(Keys.class).make(id, "test", tomorrow, "test").reveal();
        bean(BookKeeper.class).renew();
        return key;
    }

    /** Let in is who is not refused by 401 or 403, whatever else is wrong with the request. */
    private static boolean isLetIn(DeskClient client, String address) {
        String[] parts = address.split(" ", -1);
        String path = parts[1].replaceAll("\\{[^}]*}", "olmayan");
        int status = parts[0].equals("GET") || parts[0].equals("ANY")
                ? client.send(client.request(path)
                                .header("Accept", parts.length > 2 ? "text/html" : "*/*")
                                .build())
                        .statusCode()
                : client.call(parts[0], path, "{}").statusCode();
        return status != 401 && status != 403;
    }

    private Set<String> addresses() {
        return city
                .web()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(EndpointTableTest::addresses)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> addresses(RequestMappingInfo info) {
        boolean isPage = info.getProducesCondition().getProducibleMediaTypes().contains(MediaType.TEXT_HTML);
        return info.getPatternValues().stream()
                .flatMap(pattern -> methods(info.getMethodsCondition().getMethods())
                        .map(method -> method + " " + pattern + (isPage ? " html" : "")));
    }

    private static Stream<String> methods(Set<?> methods) {
        return methods.isEmpty() ? Stream.of("ANY") : methods.stream().map(String::valueOf);
    }

    private <T> T bean(Class<T> type) {
        return city.web().getBean(type);
    }
}
