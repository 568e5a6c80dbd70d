package tr.kentatlas.api.thematic.geoserver;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tr.kentatlas.api.problem.Wording;

/** What every new GeoServer leaves open, and no city may. */
final class Hardening {
    private static final String VERSION = "/rest/about/version.json";

    private final GeoServerAddress address;

    Hardening(GeoServerAddress address) {
        this.address = address;
    }

    static GeoServerTrouble shippedPassword() {
        return new GeoServerTrouble(Wording.of("geoserver.shipped-password"));
    }

    /** Nothing is set up in a GeoServer anybody can take over. */
    void requireOwnPassword() {
        if (opensAsShipped()) throw shippedPassword();
    }

    private boolean opensAsShipped() {
        return new RestCalls(address.shipped())
                .get(Wording.of("geoserver.asked.version"), VERSION)
                .isDone();
    }

    List<Discrepancy> findings(RestCalls rest, MapCalls maps, String workspace) {
        List<Discrepancy> findings = new ArrayList<>();
        if (opensAsShipped())
            findings.add(new Discrepancy("the shipped password still opens it", "change it in its web pages"));
        JsonNode rules = rest.get(Wording.of("geoserver.asked.rules"), "/rest/security/acl/layers.json")
                .json();
        for (String rule : rules.propertyNames()) {
            if (!rule.endsWith(".w") || !RestJson.text(rules.path(rule)).contains("*")) continue;
            findings.add(new Discrepancy(
                    "everybody may write layers (rule " + rule + ")", "give the rule to the administrators alone"));
        }
        if (maps.offersTransactions(workspace)) {
            findings.add(new Discrepancy(
                    "it offers WFS transactions", "set the service level of WFS to Basic, or switch WFS off"));
        }
        if (maps.answersDemoRequests()) {
            findings.add(new Discrepancy(
                    "it sends demo requests (TestWfsPost) for anybody",
                    "take GeoServer 2.25.2 or newer, or close /TestWfsPost before it"));
        }
        for (String open : maps.openWorkspaces()) {
            if (Names.isWorkspace(open)) continue;
            findings.add(new Discrepancy(
                    "it shows workspace " + open + " to everybody",
                    "remove it, as the samples it is shipped with, or give rule " + open + ".*.r to whom it is for"));
        }
        return findings;
    }
}
