package tr.kentatlas.spatial.model;

import tr.kentatlas.spatial.word.Worded;

/** Who must approve a theme before its data may be published, weakest first. */
public enum Approval implements Worded {
    /** The unit that edits the data publishes it: door numbers, duty rosters. */
    OPERATIONAL,
    /** The directorate in charge signs. */
    DIRECTORATE,
    /** The municipal council decides (3194 sayılı İmar Kanunu m. 8): zoning plans, neighbourhood borders. */
    COUNCIL
}
