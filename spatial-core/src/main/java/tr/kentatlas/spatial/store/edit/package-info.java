/** Edits of single objects in the working data: insert, edit, retire, split, merge. */
@NullMarked
package tr.kentatlas.spatial.store.edit;

import org.jspecify.annotations.NullMarked;
