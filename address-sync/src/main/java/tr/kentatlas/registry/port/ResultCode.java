package tr.kentatlas.registry.port;

import tr.kentatlas.spatial.word.Worded;

/** The closed list of what an answer of the registry can mean; adapters map its own codes to it, an unknown one to {@link #UNKNOWN}. */
public enum ResultCode implements Worded {
    OK,
    OK_WITH_WARNING,
    VALIDATION,
    DUPLICATE,
    NOT_FOUND,
    PARENT_RETIRED,
    NOT_AUTHORISED,
    OUT_OF_AREA,
    GEOMETRY,
    STALE_VERSION,
    BUSY_RETRY,
    OUTAGE,
    AUTH_EXPIRED,
    AUTH_REFUSED,
    CONTRACT_CHANGED,
    UNKNOWN
}
