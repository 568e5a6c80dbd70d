/** Whole layers of a release as files. */
@NullMarked
package tr.kentatlas.api.exchange.bulk;

import org.jspecify.annotations.NullMarked;
