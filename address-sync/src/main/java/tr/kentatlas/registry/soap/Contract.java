package tr.kentatlas.registry.soap;

import tr.kentatlas.registry.port.Level;
import tr.kentatlas.registry.port.Saying;
import tr.kentatlas.registry.port.Side;

/** Names of the provisional contract, {@code data/registry/registry.xsd}; everything else about it belongs to who speaks it. */
public final class Contract {
    /** Of all its elements. */
    public static final String NAMESPACE = "urn:kentatlas:adres-kayit:1";

    private Contract() {}

    /** The SOAPAction of an operation. */
    public static String action(String operation) {
        return NAMESPACE + "/" + operation;
    }

    /** How a level is called in the messages. */
    public static String name(Level level) {
        return switch (level) {
            case STREET -> "CSBM";
            case BUILDING -> "YAPI";
            case DOOR -> "NUMARATAJ";
            case UNIT -> "BAGIMSIZ_BOLUM";
        };
    }

    /** How a side is called in the messages. */
    public static String name(Side side) {
        return side == Side.LEFT ? "SOL" : "SAG";
    }

    /** The side with this name. */
    public static Side side(String name) {
        return switch (name) {
            case "SOL" -> Side.LEFT;
            case "SAG" -> Side.RIGHT;
            default -> throw MessageTrouble.of(Saying.NO_SIDE, MessageTrouble.shown(name));
        };
    }

    /** The level with this name. */
    public static Level level(String name) {
        for (Level level : Level.values()) {
            if (name(level).equals(name)) {
                return level;
            }
        }
        throw MessageTrouble.of(Saying.NO_LEVEL, MessageTrouble.shown(name));
    }
}
