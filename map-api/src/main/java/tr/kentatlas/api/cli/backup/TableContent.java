package tr.kentatlas.api.cli.backup;

/**
 * What a table held at one moment, whatever the order of its rows.
 *
 * @param table schema and name, quoted where SQL needs it
 * @param hash the sums of two 64-bit halves of every row's MD5, in hexadecimal
 */
record TableContent(String table, long rows, String hash) {}
