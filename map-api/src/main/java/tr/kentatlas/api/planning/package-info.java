/** Answers to questions of planning on the desk: statistics by area, and who can walk where in how many minutes. */
@NullMarked
package tr.kentatlas.api.planning;

import org.jspecify.annotations.NullMarked;
