/** {@code /api/desk/records}: single objects of the working data, to be found, read with their versions, changed, ended, split and merged. */
@NullMarked
package tr.kentatlas.api.desk.record;

import org.jspecify.annotations.NullMarked;
