/** How numbers are cut into classes. */
@NullMarked
package tr.kentatlas.api.thematic.classes;

import org.jspecify.annotations.NullMarked;
