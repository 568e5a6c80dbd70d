/** JSON that was sent to us: its members, checked one by one under the names people know them by. */
@NullMarked
package tr.kentatlas.api.body;

import org.jspecify.annotations.NullMarked;
