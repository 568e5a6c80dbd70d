package tr.kentatlas.api.thematic.geoserver;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What every new GeoServer leaves open, and no city may. */
final class Hardening {
    private static final String VERSION = "/rest/about/version.json";

    private final GeoServerAddress address;

    Hardening(GeoServerAddress address) {
        this.address = address;
    }

    static GeoServerTrouble shippedPassword() {
        return new GeoServerTrouble(
                "GeoServer still opens with the password it was shipped with, for everybody who reaches it."
                        + " Change it in its web pages (Security, Users), and name the new one in KENT_GEOSERVER_PASSWORD.");
    }

    /** Nothing is set up in a GeoServer anybody can take over. */
    void requireOwnPassword() {
        if (opensAsShipped()) throw shippedPassword();
    }

    private boolean opensAsShipped() {
        return new RestCalls(address.shipped()).get("tell its version", VERSION).isDone();
    }

    List<Finding> findings(RestCalls rest, MapCalls maps, String workspace) {
        List<Finding> findings = new ArrayList<>();
        if (opensAsShipped())
            findings.add(new Finding("the shipped password still opens it", "change it in its web pages"));
        JsonNode rules = rest.get("read its access rules", "/rest/security/acl/layers.json")
                .json();
        for (String rule : rules.propertyNames()) {
            if (!rule.endsWith(".w") || !RestJson.text(rules.path(rule)).contains("*")) continue;
            findings.add(new Finding(
                    "everybody may write layers (rule " + rule + ")", "give the rule to the administrators alone"));
        }
        if (maps.offersTransactions(workspace)) {
            findings.add(new Finding(
                    "it offers WFS transactions", "set the service level of WFS to Basic, or switch WFS off"));
        }
        return findings;
    }
}
