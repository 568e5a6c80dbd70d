package tr.kentatlas.spatial.sample;

import tr.kentatlas.spatial.word.Worded;

/** How large a sample city is. */
public enum Size implements Worded {
    /** One ilçe of about 2,000 buildings; for tests. */
    SMALL(6, 5, 1, 1, 2_000, 7_700),
    /** One ilçe of 30,000 buildings and 115,000 units: a mean district of a metropolis. */
    DISTRICT(16, 13, 1, 1, 30_000, 115_000),
    /** Forty ilçes with 1.2 million buildings and 4.5 million units in all; for measurements. */
    METROPOLIS(16, 13, 8, 5, 30_000, 112_500);

    /** Cells of the main road mesh per ilçe. */
    final int columns;

    final int rows;
    /** Ilçes side by side and one above the other. */
    final int districtsEast;

    final int districtsNorth;
    /** Aims per ilçe. */
    final int buildings;

    final int units;

    Size(int columns, int rows, int districtsEast, int districtsNorth, int buildings, int units) {
        this.columns = columns;
        this.rows = rows;
        this.districtsEast = districtsEast;
        this.districtsNorth = districtsNorth;
        this.buildings = buildings;
        this.units = units;
    }

    int districts() {
        return districtsEast * districtsNorth;
    }
}
