/** One city on this machine: its folder, its lock, its process and its database. */
@NullMarked
package tr.kentatlas.api.cli.instance;

import org.jspecify.annotations.NullMarked;
