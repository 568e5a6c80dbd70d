package tr.kentatlas.api.thematic.geoserver;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Accounts and access rules (facts 4 and 20). */
final class StubSecurity {
    /** {@code user:password} to role. */
    final Map<String, String> accounts =
            new HashMap<>(Map.of(GeoServerStub.USER + ":" + GeoServerStub.PASSWORD, "ADMIN", "bakan:parola", "VIEWER"));

    final Map<String, String> rules = new TreeMap<>(Map.of("*.*.r", "*", "*.*.w", "ADMIN,GROUP_ADMIN"));
    private final TreeSet<String> roles = new TreeSet<>(Set.of("ADMIN", "GROUP_ADMIN"));
    private String mode = "HIDE";

    /** Whether nobody in particular may read a layer: the rule that says most of it decides. */
    boolean isOpen(String workspace, String layer) {
        String own = rules.getOrDefault(workspace + ".*.r", rules.getOrDefault("*.*.r", "*"));
        return rules.getOrDefault(workspace + "." + layer + ".r", own).contains("*");
    }

    /** Whether closed layers are told from missing ones: by a question for the password. */
    boolean challenges() {
        return !mode.equals("HIDE");
    }

    /** Whether closed layers are listed. */
    boolean lists() {
        return mode.equals("CHALLENGE");
    }

    void answer(StubCall call) throws IOException {
        switch (call.path(2) + "/" + call.path(3)) {
            case "acl/layers" -> layers(call);
            case "acl/catalog" -> catalog(call);
            case "roles/role" -> role(call);
            default -> call.missing("thing");
        }
    }

    /** A flat map; POST makes only, PUT changes only. */
    private void layers(StubCall call) throws IOException {
        if (call.is("GET")) {
            ObjectNode json = StubJson.object();
            rules.forEach(json::put);
            call.json(200, json);
            return;
        }
        if (call.is("DELETE")) {
            if (rules.remove(call.path(4)) == null) call.missing("rule");
            else call.empty(200);
            return;
        }
        boolean makes = call.is("POST");
        for (Map.Entry<String, JsonNode> rule : call.json().properties()) {
            if (!rule.getKey().matches("[^.]+\\.[^.]+\\.[rwa]")) {
                call.text(422, "Invalid rule " + rule.getKey());
                return;
            }
            if (rules.containsKey(rule.getKey()) == makes) {
                call.text(409, makes ? "Rule already exists" : "Rule does not exist");
                return;
            }
        }
        call.json()
                .properties()
                .forEach(rule -> rules.put(rule.getKey(), rule.getValue().asString("")));
        call.empty(200);
    }

    private void catalog(StubCall call) throws IOException {
        if (call.is("PUT")) {
            mode = call.json().path("mode").asString(mode);
            call.empty(200);
        } else call.json(200, StubJson.object().put("mode", mode));
    }

    private void role(StubCall call) throws IOException {
        if (!call.is("POST")) call.missing("thing");
        else if (roles.add(call.path(4))) call.empty(201);
        else call.text(409, "Role " + call.path(4) + " already exists");
    }
}
