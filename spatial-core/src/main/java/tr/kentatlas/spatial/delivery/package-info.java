/** What leaves the city in a form somebody prescribed: the ministry's layers. */
@NullMarked
package tr.kentatlas.spatial.delivery;

import org.jspecify.annotations.NullMarked;
