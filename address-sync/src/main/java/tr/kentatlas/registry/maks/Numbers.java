package tr.kentatlas.registry.maks;

import tr.kentatlas.registry.soap.MessageTrouble;
import tr.kentatlas.registry.soap.XmlNode;

/** Numbers that stand alone in an element. */
final class Numbers {
    private Numbers() {}

    static int parse(XmlNode node) {
        try {
            return Integer.parseInt(node.text());
        } catch (NumberFormatException e) {
            throw new MessageTrouble(node.name() + " is no number: " + MessageTrouble.shown(node.text()) + ".", e);
        }
    }
}
