@NullMarked
package tr.kentatlas.api.thematic.render;

import org.jspecify.annotations.NullMarked;
