package tr.kentatlas.registry.soap;

import java.util.List;
import java.util.Optional;
import tr.kentatlas.registry.port.Saying;

/**
 * An element of a message. Elements that are missing, empty or nil ({@code xsi:nil}) mean the same: nothing.
 *
 * @param name local name; {@code namespace} is empty where there is none
 * @param text its own text without the spaces around it
 */
public record XmlNode(String namespace, String name, String text, List<XmlNode> children) {
    public XmlNode {
        children = List.copyOf(children);
    }

    /** The first child of a name. */
    public Optional<XmlNode> child(String name) {
        return children.stream().filter(child -> child.name.equals(name)).findFirst();
    }

    /** All children of a name, in order. */
    public List<XmlNode> all(String name) {
        return children.stream().filter(child -> child.name.equals(name)).toList();
    }

    /** The text of a child; empty when it is missing, empty or nil. */
    public Optional<String> text(String name) {
        return child(name).map(XmlNode::text).filter(text -> !text.isEmpty());
    }

    /** The text of a child that must be there. */
    public String required(String name) {
        return text(name).orElseThrow(() -> MessageTrouble.of(Saying.ELEMENT_LACKS, this.name, name));
    }

    /** A whole number of a child that must be there. */
    public long requiredNumber(String name) {
        return parse(name, required(name));
    }

    /** A whole number of a child. */
    public Optional<Long> number(String name) {
        return text(name).map(text -> parse(name, text));
    }

    private long parse(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw MessageTrouble.of(Saying.NO_NUMBER, this.name + "." + name, MessageTrouble.shown(text))
                    .by(e);
        }
    }
}
