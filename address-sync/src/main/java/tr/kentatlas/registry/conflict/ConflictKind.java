package tr.kentatlas.registry.conflict;

/** How the city and the registry disagree, by the names that tables, command line and web use. */
public enum ConflictKind {
    /** Only in the registry. */
    C03,
    /** Only in the city. */
    C04,
    /** Contents differ. */
    C11,
    /** Retired there and active here. */
    C15,
    /** Two here for one there. */
    C16,
    /** One here for two there. */
    C17,
    /** Changed there since it was read. */
    C22
}
