@NullMarked
package tr.kentatlas.api.thematic.print;

import org.jspecify.annotations.NullMarked;
