/** Thematic maps that are kept, shared by link and published. */
@NullMarked
package tr.kentatlas.api.thematic.saved;

import org.jspecify.annotations.NullMarked;
