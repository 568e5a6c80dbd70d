package tr.kentatlas.spatial.model;

/** How surely a name of the model is the ministry's: read in the primary source, second-hand, rebuilt from INSPIRE, our own. */
public enum Certainty {
    SEEN,
    SEEN_2ND,
    INSPIRE,
    RECON,
    KNOW,
    /** Of the city's own making, outside the ministry's model. */
    CITY
}
