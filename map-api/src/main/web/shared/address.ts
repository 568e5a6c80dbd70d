/** The query part with one parameter set, or taken out when its value is undefined; commas stay readable. */
export function withParameter(search: string, name: string, value: string | undefined): string {
  const parameters = new URLSearchParams(search);
  if (value === undefined) {
    parameters.delete(name);
  } else {
    parameters.set(name, value);
  }
  const text = parameters.toString().replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}

/** An address of our own service in a language: pages the service writes itself ask the browser where the address names none. */
export function withLanguage(path: string, language: string): string {
  const [address = '', query = ''] = path.split('?');
  return `${address}${withParameter(query, 'lang', language)}`;
}
