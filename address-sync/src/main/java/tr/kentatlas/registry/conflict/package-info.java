/** Disagreements with the registry and the decisions people take about them. */
@NullMarked
package tr.kentatlas.registry.conflict;

import org.jspecify.annotations.NullMarked;
