/** What fills a city: its first start, files, samples. */
@NullMarked
package tr.kentatlas.api.cli.load;

import org.jspecify.annotations.NullMarked;
