/** The steps of the address registry at the terminal, and their lines. */
@NullMarked
package tr.kentatlas.api.cli.registry;

import org.jspecify.annotations.NullMarked;
