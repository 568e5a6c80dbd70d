/** What a command says which city and who by, and how it opens that city. */
@NullMarked
package tr.kentatlas.api.cli.city;

import org.jspecify.annotations.NullMarked;
