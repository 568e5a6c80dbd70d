/** Addresses as text: Turkish folding, parsing, door numbers. */
@NullMarked
package tr.kentatlas.spatial.address;

import org.jspecify.annotations.NullMarked;
