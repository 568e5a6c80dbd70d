@NullMarked
package tr.kentatlas.api.thematic;

import org.jspecify.annotations.NullMarked;
