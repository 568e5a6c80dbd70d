/** What is agreed with a partner: its terms, read and checked, kept in versions, compiled to a grant. */
@NullMarked
package tr.kentatlas.api.exchange.agreement;

import org.jspecify.annotations.NullMarked;
