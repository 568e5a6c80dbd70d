/** The audit's journal, killed and started again. */
@NullMarked
package tr.kentatlas.api.access.audit;

import org.jspecify.annotations.NullMarked;
