/** A registry in memory, with the faults of real ones. */
@NullMarked
package tr.kentatlas.registry.memory;

import org.jspecify.annotations.NullMarked;
