package tr.kentatlas.registry.soap;

import java.util.ArrayList;
import java.util.List;

/** Collects an element while it is read. */
final class NodeBuilder {
    private final String namespace;
    private final String name;
    private final StringBuilder text = new StringBuilder();
    private final List<XmlNode> children = new ArrayList<>();

    NodeBuilder(String namespace, String name) {
        this.namespace = namespace;
        this.name = name;
    }

    void add(XmlNode child) {
        children.add(child);
    }

    void add(String characters) {
        text.append(characters);
    }

    XmlNode build() {
        return new XmlNode(namespace, name, text.toString().strip(), children);
    }
}
