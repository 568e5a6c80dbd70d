package tr.kentatlas.spatial.store.schema;

import java.util.Set;
import tr.kentatlas.spatial.model.Attribute;
import tr.kentatlas.spatial.model.AttributeType;

/** What records are found by: single texts and numbers, each with an index of its own. Who did it and why is no name of a record. */
public final class Findable {
    private static final Set<String> TELLS_NO_NAME = Set.of("olusturan", "degistiren", "islem_gerekcesi");
    private static final String SOURCE_KEY = "kaynak_kimlik";

    private Findable() {}

    public static boolean by(Attribute attribute) {
        boolean isPlain = attribute.type() == AttributeType.TEXT || attribute.type() == AttributeType.LONG;
        return isPlain && !attribute.isMany() && !TELLS_NO_NAME.contains(attribute.column());
    }

    /** Whether it is looked for from its beginning, not by its words: a number, or what an object is called where it came from. */
    public static boolean isNumber(Attribute attribute) {
        return attribute.type() == AttributeType.LONG || attribute.column().equals(SOURCE_KEY);
    }
}
