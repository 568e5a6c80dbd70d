/** Disagreements with the registry and the verdicts people give on them. */
@NullMarked
package tr.kentatlas.registry.conflict;

import org.jspecify.annotations.NullMarked;
