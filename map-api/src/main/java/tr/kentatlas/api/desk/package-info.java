/** The staff's pages and their API: who is signed in, the overview, accounts, the audit. */
@NullMarked
package tr.kentatlas.api.desk;

import org.jspecify.annotations.NullMarked;
