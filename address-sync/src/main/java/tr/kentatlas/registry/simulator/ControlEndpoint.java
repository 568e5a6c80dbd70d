package tr.kentatlas.registry.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Orders to the simulator itself, over HTTP: faults, clock, quota; and what it was sent and what it holds. */
final class ControlEndpoint implements HttpHandler {
    private static final ObjectMapper JSON = JsonMapper.shared();
    private static final Map<String, String> ORDERS = Map.of(
            "GET /control/journal", "what was received",
            "GET /control/state", "how many rows there are",
            "POST /control/faults?mode=F09_LOST_ANSWER&operation=*&from=1&times=1&probability=1", "switch a fault on",
            "DELETE /control/faults", "switch all faults off",
            "POST /control/clock?advance=PT5S", "set the clock forward",
            "POST /control/delay?seconds=2", "how long writes stay unseen",
            "POST /control/quota?perMinute=60", "requests a minute");

    private final RegistrySimulator simulator;
    private final Quota quota;

    ControlEndpoint(RegistrySimulator simulator, Quota quota) {
        this.simulator = simulator;
        this.quota = quota;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body;
            int status = 200;
            try {
                body = JSON.writeValueAsBytes(answer(exchange));
            } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
                status = 400;
                body = JSON.writeValueAsBytes(Map.of("error", String.valueOf(e.getMessage()), "orders", ORDERS));
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Object answer(HttpExchange exchange) {
        String order =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        Map<String, String> query = query(
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
        return switch (order) {
            case "GET /control" -> Map.of("orders", ORDERS, "faults", FaultMode.values());
            case "GET /control/journal" ->
                Map.of(
                        "entries",
                        simulator.journal().entries().stream()
                                .map(ControlEndpoint::entry)
                                .toList(),
                        "doubled",
                        simulator.journal().doubled());
            case "GET /control/state" -> state(simulator.book().truth());
            case "POST /control/faults" -> addFault(query);
            case "DELETE /control/faults" -> done(simulator.faults()::clear);
            case "POST /control/clock" -> done(() -> simulator.advance(Duration.parse(need(query, "advance"))));
            case "POST /control/delay" ->
                done(() -> simulator.book().delay(Duration.ofSeconds(Long.parseLong(need(query, "seconds")))));
            case "POST /control/quota" -> done(() -> quota.set(Integer.parseInt(need(query, "perMinute"))));
            default -> throw new IllegalArgumentException("There is no order " + order + ".");
        };
    }

    /** What does not apply to a delivery is left out. */
    private static Map<String, Object> entry(Journal.Entry entry) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("number", entry.number());
        out.put("at", entry.at().toString());
        out.put("operation", entry.operation());
        put(out, "request", entry.request());
        put(out, "fault", entry.fault());
        put(out, "result", entry.result());
        out.put("effect", entry.effect().name());
        put(out, "code", entry.code());
        return out;
    }

    private static void put(Map<String, Object> out, String name, @Nullable Object value) {
        if (value != null) {
            out.put(name, value);
        }
    }

    private static Map<String, Object> state(RegistryBook.Content truth) {
        return Map.of(
                "neighbourhoods", truth.neighbourhoods().size(),
                "streets", truth.streets().size(),
                "buildings", truth.buildings().size(),
                "doors", truth.doors().size(),
                "units", truth.units().size());
    }

    private Object addFault(Map<String, String> query) {
        String mode = need(query, "mode");
        FaultRule rule = new FaultRule(
                FaultMode.named(mode)
                        .orElseThrow(() -> new IllegalArgumentException("There is no fault " + mode + ".")),
                query.getOrDefault("operation", FaultRule.ANY),
                Integer.parseInt(query.getOrDefault("from", "1")),
                Integer.parseInt(query.getOrDefault("times", "1")),
                Double.parseDouble(query.getOrDefault("probability", "1")));
        return done(() -> simulator.faults().add(rule));
    }

    private static Object done(Runnable order) {
        order.run();
        return Map.of("done", true);
    }

    private static String need(Map<String, String> query, String name) {
        return Optional.ofNullable(query.get(name))
                .orElseThrow(() -> new IllegalArgumentException("This order needs ?" + name + "=…"));
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            int at = pair.indexOf('=');
            if (at > 0) {
                values.put(pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
            }
        }
        return values;
    }
}
