/** The one door for data: a reader per format, a staging area, and one transaction into the working data. */
@NullMarked
package tr.kentatlas.spatial.ingest;

import org.jspecify.annotations.NullMarked;
