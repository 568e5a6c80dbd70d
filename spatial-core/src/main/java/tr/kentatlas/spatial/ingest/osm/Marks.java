package tr.kentatlas.spatial.ingest.osm;

/** What is noted about a node: how many road ends meet in it, and what it is. */
final class Marks {
    static final int LINK_END = 1 << 8;
    static final int ENTRANCE = 1 << 9;
    static final int MAIN_ENTRANCE = 1 << 10;
    static final int LEVEL_CROSSING = 1 << 11;
    static final int ROUNDABOUT = 1 << 12;
    private static final int MOST = 0xFF;

    private Marks() {}

    static int of(Tags tags) {
        int marks = 0;
        if (tags.affirms("entrance")) marks |= ENTRANCE;
        if (tags.is("entrance", "main")) marks |= MAIN_ENTRANCE;
        if (tags.is("railway", "level_crossing")) marks |= LEVEL_CROSSING;
        if (tags.is("highway", "mini_roundabout")) marks |= ROUNDABOUT;
        return marks;
    }

    /** Road ends that meet here: a road that ends counts one, a road that goes through two. */
    static int degree(int marks) {
        return marks & MOST;
    }

    static int withMore(int marks, int ends) {
        return (marks & ~MOST) | Math.min(MOST, degree(marks) + ends);
    }

    static boolean has(int marks, int flag) {
        return (marks & flag) != 0;
    }

    /** dugumTipi of a node where road links end. */
    static String nodeKind(int marks) {
        if (has(marks, LEVEL_CROSSING)) return "levelCrossing";
        if (has(marks, ROUNDABOUT)) return "roundabout";
        return switch (degree(marks)) {
            case 0, 1 -> "roadEnd";
            case 2 -> "pseudoNode";
            default -> "junction";
        };
    }
}
