package tr.kentatlas.registry.port;

/** What the registry holds for a city, parents before children. */
public enum Level {
    /** A road in one neighbourhood (CSBM); written as part of its road. */
    STREET,
    /** Yapı. */
    BUILDING,
    /** Numarataj. */
    DOOR,
    /** Bağımsız bölüm. */
    UNIT
}
