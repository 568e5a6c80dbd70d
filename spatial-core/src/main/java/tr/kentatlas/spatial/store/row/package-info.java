/** As what a published row is read: values, or GeoJSON with the properties encoded when its release was frozen. */
@NullMarked
package tr.kentatlas.spatial.store.row;

import org.jspecify.annotations.NullMarked;
