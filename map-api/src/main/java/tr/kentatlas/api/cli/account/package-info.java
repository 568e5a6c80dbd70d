/** Who gets in: accounts of staff, agreements and keys of partners. */
@NullMarked
package tr.kentatlas.api.cli.account;

import org.jspecify.annotations.NullMarked;
