/** Answers to questions of planning, computed on one release as one grant sees it. */
@NullMarked
package tr.kentatlas.spatial.planning;

import org.jspecify.annotations.NullMarked;
