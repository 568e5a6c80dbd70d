/** Reads files that carry the model's own names: GeoJSON and GeoPackage; and tells which reader a file wants. */
@NullMarked
package tr.kentatlas.spatial.ingest.file;

import org.jspecify.annotations.NullMarked;
