package tr.kentatlas.registry.port;

/** Which side of a centre line, seen in the direction it is drawn. */
public enum Side {
    LEFT,
    RIGHT
}
