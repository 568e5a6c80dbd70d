/** Features, queries and grants as plain values; no input or output here. */
@NullMarked
package tr.kentatlas.spatial.feature;

import org.jspecify.annotations.NullMarked;
