import { withParameter } from '../shared/address';
import type { Corner } from '../shared/bounds';
import type { Spot } from './places';

/** What the page shows, as the address says it; every part may be shared by link and gone back from. */
export type State =
  | { readonly view: 'home' }
  | { readonly view: 'results'; readonly text: string }
  | { readonly view: 'place'; readonly id: string }
  | { readonly view: 'near'; readonly kind: string }
  | { readonly view: 'duty' }
  | { readonly view: 'measure'; readonly corners: readonly Corner[] }
  | { readonly view: 'convert'; readonly text: string };

const NAMES = ['q', 'place', 'near', 'show', 'position', 'corners', 'at'] as const;

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const KIND = /^\w{1,40}$/;
const LONGEST = 200;
/** So many corners an address holds; one more would be lost on its way. */
export const MOST_CORNERS = 200;
const CORNER = /^-?\d{1,3}(?:\.\d{1,15})?,-?\d{1,2}(?:\.\d{1,15})?$/;

/** With one more corner: the same for the second click of a double one, none when there are as many as an address holds. */
export function withCorner(corners: readonly Corner[], { longitude, latitude }: Spot): readonly Corner[] | undefined {
  const [lastLongitude, lastLatitude] = corners.at(-1) ?? [];
  if (lastLongitude === longitude && lastLatitude === latitude) {
    return corners;
  }
  return corners.length < MOST_CORNERS ? [...corners, [longitude, latitude]] : undefined;
}

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
  if (show === 'duty') {
    return { view: show };
  }
  if (show === 'measure') {
    return { view: show, corners: cornersOf(parameters.get('corners') ?? '') };
  }
  const text = parameters.get('q')?.trim().slice(0, LONGEST);
  return text ? { view: 'results', text } : { view: 'home' };
}

/** The query part for a state; the other parameters (language, layers) stay. */
export function withState(search: string, state: State): string {
  const parameters = new URLSearchParams(search);
  for (const name of NAMES) {
    parameters.delete(name);
  }
  for (const [name, value] of Object.entries(parametersOf(state))) {
    parameters.set(name, value);
  }
  const text = parameters.toString().replaceAll('%2C', ',').replaceAll('%3B', ';');
  return text === '' ? '' : `?${text}`;
}

/** The place that is read about on the map beside what the page shows. */
export function parseSpot(search: string): Spot | undefined {
  const [corner] = cornersOf(new URLSearchParams(search).get('at') ?? '');
  return corner && { longitude: corner[0], latitude: corner[1] };
}

/** The query part with that place, or without one; a state that comes next leaves it out. */
export function withSpot(search: string, spot: Spot | undefined): string {
  return withParameter(search, 'at', spot && cornersText([[spot.longitude, spot.latitude]])).replaceAll('%3B', ';');
}

function parametersOf(state: State): Partial<Record<(typeof NAMES)[number], string>> {
  switch (state.view) {
    case 'home':
      return {};
    case 'results':
      return { q: state.text };
    case 'place':
      return { place: state.id };
    case 'near':
      return { near: state.kind };
    case 'convert':
      return { position: state.text };
    case 'duty':
      return { show: 'duty' };
    case 'measure':
      return state.corners.length === 0 ? { show: 'measure' } : { show: 'measure', corners: cornersText(state.corners) };
  }
}

/** Longitude and latitude with six decimals, a tenth of a metre. */
function cornersText(corners: readonly Corner[]): string {
  return corners
    .slice(0, MOST_CORNERS)
    .map((corner) => corner.map((degrees) => Number(degrees.toFixed(6))).join(','))
    .join(';');
}

function cornersOf(text: string): readonly Corner[] {
  return text
    .split(';')
    .slice(0, MOST_CORNERS)
    .filter((corner) => CORNER.test(corner))
    .flatMap((corner): Corner[] => {
      const [longitude = 0, latitude = 0] = corner.split(',').map(Number);
      return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 ? [[longitude, latitude]] : [];
    });
}
