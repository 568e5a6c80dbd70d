package tr.kentatlas.registry.maks;

import tr.kentatlas.registry.port.Saying;
import tr.kentatlas.registry.soap.MessageTrouble;
import tr.kentatlas.registry.soap.XmlNode;

/** Numbers that stand alone in an element. */
final class Numbers {
    private Numbers() {}

    static int parse(XmlNode node) {
        try {
            return Integer.parseInt(node.text());
        } catch (NumberFormatException e) {
            throw MessageTrouble.of(Saying.NO_NUMBER, node.name(), MessageTrouble.shown(node.text()))
                    .by(e);
        }
    }
}
