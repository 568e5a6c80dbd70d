/** What the page shows, as the address says it; every part may be shared by link and gone back from. */
export type State =
  | { readonly view: 'home' }
  | { readonly view: 'results'; readonly text: string }
  | { readonly view: 'place'; readonly id: string }
  | { readonly view: 'near'; readonly kind: string }
  | { readonly view: 'duty' }
  | { readonly view: 'measure' }
  | { readonly view: 'convert'; readonly text: string };

const NAMES = ['q', 'place', 'near', 'show', 'position'] as const;

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const KIND = /^\w{1,40}$/;
const LONGEST = 200;

/** Reads the query part of an address; what is not understood is the home view. */
export function parseState(search: string): State {
  const parameters = new URLSearchParams(search);
  const place = parameters.get('place');
  if (place && ID.test(place)) {
    return { view: 'place', id: place };
  }
  const near = parameters.get('near');
  if (near && KIND.test(near)) {
    return { view: 'near', kind: near };
  }
  const position = parameters.get('position');
  if (position !== null) {
    return { view: 'convert', text: position.slice(0, LONGEST) };
  }
  const show = parameters.get('show');
  if (show === 'duty' || show === 'measure') {
    return { view: show };
  }
  const text = parameters.get('q')?.trim().slice(0, LONGEST);
  return text ? { view: 'results', text } : { view: 'home' };
}

/** The query part for a state; the other parameters (language, layers) stay. */
export function withState(search: string, state: State): string {
  const parameters = new URLSearchParams(search);
  NAMES.forEach((name) => parameters.delete(name));
  const [name, value] = parameterOf(state);
  if (name) {
    parameters.set(name, value);
  }
  const text = parameters.toString().replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}

function parameterOf(state: State): readonly [name: string, value: string] {
  switch (state.view) {
    case 'home':
      return ['', ''];
    case 'results':
      return ['q', state.text];
    case 'place':
      return ['place', state.id];
    case 'near':
      return ['near', state.kind];
    case 'convert':
      return ['position', state.text];
    case 'duty':
    case 'measure':
      return ['show', state.view];
  }
}
