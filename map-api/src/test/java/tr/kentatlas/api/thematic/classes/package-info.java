@NullMarked
package tr.kentatlas.api.thematic.classes;

import org.jspecify.annotations.NullMarked;
