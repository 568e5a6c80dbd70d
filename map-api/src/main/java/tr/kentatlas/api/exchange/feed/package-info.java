/** The change feed: turns of release and agreement, told through the partner's grant. */
@NullMarked
package tr.kentatlas.api.exchange.feed;

import org.jspecify.annotations.NullMarked;
