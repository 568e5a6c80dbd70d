/** Thematic maps: numbers, their classes, and how they are spread, decided in SQL. */
@NullMarked
package tr.kentatlas.spatial.store.thematic;

import org.jspecify.annotations.NullMarked;
