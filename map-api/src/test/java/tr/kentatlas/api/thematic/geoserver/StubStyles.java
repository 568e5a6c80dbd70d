package tr.kentatlas.api.thematic.geoserver;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tools.jackson.databind.node.ObjectNode;
import tr.kentatlas.api.thematic.geoserver.StubCatalogue.Workspace;

/** Styles of a workspace (facts 5, 13 and 14). */
final class StubStyles {
    private static final String SLD = "application/vnd.ogc.sld+xml";

    private final Workspace workspace;

    StubStyles(Workspace workspace) {
        this.workspace = workspace;
    }

    void answer(StubCall call) throws IOException {
        String name = call.path(4);
        if (name.isEmpty()) {
            if (call.is("POST")) make(call);
            else call.json(200, StubJson.references("styles", "style", workspace.styles.keySet()));
            return;
        }
        if (call.is("PUT")) change(call, name);
        else if (!workspace.styles.containsKey(name)) call.missing("style: " + name);
        else if (call.is("DELETE")) remove(call, name);
        else if (call.rawPath().endsWith(".sld")) call.send(200, SLD, workspace.styles.getOrDefault(name, ""));
        else {
            ObjectNode style =
                    StubJson.object().put("name", name).put("format", "sld").put("filename", name + ".sld");
            style.putObject("languageVersion").put("version", "1.0.0");
            call.json(200, StubJson.wrapped("style", style));
        }
    }

    private void make(StubCall call) throws IOException {
        String name = call.query("name");
        String type = call.header("Content-Type");
        if (workspace.styles.containsKey(name)) call.text(403, "Style " + name + " already exists.");
        else if (!isStyle(type)) call.empty(type.startsWith("text/xml") ? 500 : 415);
        else if (!isRaw(call) && !isWellFormed(call.text())) call.empty(500);
        else {
            workspace.styles.put(name, kept(call));
            call.created("/rest/styles/" + name + ".sld", name);
        }
    }

    /** Fact 14: a style that is not there is a bad request. */
    private void change(StubCall call, String name) throws IOException {
        String type = call.header("Content-Type");
        if (type.startsWith("text/xml")) call.empty(500);
        else if (!workspace.styles.containsKey(name)) call.empty(400);
        else if (!isStyle(type)) call.empty(415);
        else if (!isRaw(call) && !isWellFormed(call.text())) call.empty(400);
        else {
            workspace.styles.put(name, kept(call));
            call.empty(200);
        }
    }

    /** Fact 13: raw is kept byte by byte, whatever it is; otherwise it is written anew. */
    private static String kept(StubCall call) {
        return isRaw(call) ? call.text() : call.text().replaceAll(">\\s*<", ">\n  <");
    }

    private static boolean isRaw(StubCall call) {
        return call.query("raw").equals("true");
    }

    private static boolean isStyle(String type) {
        return type.startsWith(SLD)
                || type.startsWith("application/vnd.ogc.se+xml")
                || type.startsWith("application/zip");
    }

    private static boolean isWellFormed(String text) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
            while (xml.hasNext()) xml.next();
            return true;
        } catch (XMLStreamException e) {
            return false;
        }
    }

    private void remove(StubCall call, String name) throws IOException {
        boolean used = workspace.defaultStyles.values().stream().anyMatch(style -> style.endsWith(":" + name));
        if (used) {
            call.page(403);
            return;
        }
        String sld = workspace.styles.remove(name);
        if (call.query("purge").equals("true")) workspace.backups.put(name + ".sld.bak", String.valueOf(sld));
        call.empty(200);
    }
}
