/** Saves a city's database into an archive folder and brings it back, proving that both hold the same. */
@NullMarked
package tr.kentatlas.api.cli.backup;

import org.jspecify.annotations.NullMarked;
