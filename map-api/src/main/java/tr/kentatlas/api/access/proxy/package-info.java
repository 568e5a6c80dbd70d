/** Addresses as the proxies before the service tell them, when they are trusted. */
@NullMarked
package tr.kentatlas.api.access.proxy;

import org.jspecify.annotations.NullMarked;
