/** A property's name as CQL2 takes it: in quotes where it is no plain word. */
export function nameInFilter(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** A text as CQL2 takes it. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A filter after something was put into the place of what is selected, blanks around it; and where the caret stands then. */
export function inserted(filter: string, from: number, to: number, text: string): { readonly text: string; readonly caret: number } {
  const before = filter.slice(0, from);
  const after = filter.slice(to);
  const put = `${/(^|[\s(])$/.test(before) ? '' : ' '}${text}${/^[\s),]/.test(after) ? '' : ' '}`;
  return { text: before + put + after, caret: before.length + put.length };
}
