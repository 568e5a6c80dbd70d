@NullMarked
package tr.kentatlas.api.wms;

import org.jspecify.annotations.NullMarked;
