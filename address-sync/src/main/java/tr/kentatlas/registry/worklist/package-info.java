/** What must be typed into the registry's own screens by hand. */
@NullMarked
package tr.kentatlas.registry.worklist;

import org.jspecify.annotations.NullMarked;
