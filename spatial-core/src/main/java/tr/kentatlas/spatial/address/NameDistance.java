package tr.kentatlas.spatial.address;

/** How alike two names are, for suggestions inside a known parent; a suggestion is never taken without a person. */
public final class NameDistance {
    private NameDistance() {}

    /**
     * Whether one name may be a misspelling of the other: the same first letter, and no more slips than its length allows (none up to 3
     * letters, one up to 10, two beyond).
     */
    public static boolean isSimilar(String one, String other) {
        String a = AddressKey.of(one);
        String b = AddressKey.of(other);
        if (a.isEmpty() || b.isEmpty() || a.charAt(0) != b.charAt(0)) {
            return a.equals(b);
        }
        return between(a, b) <= allowed(Math.min(a.length(), b.length()));
    }

    private static int allowed(int length) {
        return length <= 3 ? 0 : length <= 10 ? 1 : 2;
    }

    /** Letters to insert, drop, replace or swap with their neighbour (optimal string alignment). */
    public static int between(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
