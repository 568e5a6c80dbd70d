/** Background work: one scheduler, many small jobs. */
@NullMarked
package tr.kentatlas.api.ops.jobs;

import org.jspecify.annotations.NullMarked;
