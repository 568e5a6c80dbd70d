/** What the pages for people share: their frame and files, values in words. */
@NullMarked
package tr.kentatlas.api.page;

import org.jspecify.annotations.NullMarked;
