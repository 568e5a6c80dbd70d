package tr.kentatlas.registry.port;

import tr.kentatlas.spatial.word.Worded;

/** What the registry holds for a city, parents before children. */
public enum Level implements Worded {
    /** A road in one neighbourhood (CSBM); written as part of its road. */
    STREET,
    /** Yapı. */
    BUILDING,
    /** Numarataj. */
    DOOR,
    /** Bağımsız bölüm. */
    UNIT;

    public static Level of(String word) {
        return Worded.of(Level.class, word);
    }
}
