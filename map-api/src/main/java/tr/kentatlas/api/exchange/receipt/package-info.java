/** Who received what: the local journal, statistics, and the question which partner has a feature. */
@NullMarked
package tr.kentatlas.api.exchange.receipt;

import org.jspecify.annotations.NullMarked;
