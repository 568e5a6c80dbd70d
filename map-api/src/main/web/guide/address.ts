/** What the address of the page says about the map; `#zoom/latitude/longitude[/bearing[/pitch]]`, degrees. */
interface View {
  readonly zoom: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly bearing: number;
  readonly pitch: number;
}

const MAX_ZOOM = 24;
const MAX_PITCH = 60;
/** Web Mercator's edge. */
const MAX_LATITUDE = 85.0511;

const NUMBER = /^-?\d{1,3}(\.\d{1,20})?$/;

/** Reads the fragment of an address; anything but the whole grammar is no view, never a guess. */
export function parseView(hash: string): View | undefined {
  const parts = hash.replace(/^#/, '').split('/');
  if (parts.length < 3 || parts.length > 5 || !parts.every((part) => NUMBER.test(part))) {
    return undefined;
  }
  const [zoom = 0, latitude = 0, longitude = 0, bearing = 0, pitch = 0] = parts.map(Number);
  const possible =
    within(zoom, 0, MAX_ZOOM) &&
    within(latitude, -MAX_LATITUDE, MAX_LATITUDE) &&
    within(longitude, -180, 180) &&
    within(bearing, -180, 360) &&
    within(pitch, 0, MAX_PITCH);
  return possible ? { zoom, latitude, longitude, bearing, pitch } : undefined;
}

/** Writes a view with as many decimals as one screen pixel needs; bearing and pitch only when they are not 0. */
export function formatView(view: View): string {
  const decimals = Math.max(2, Math.ceil((view.zoom * Math.LN2 + Math.log(512 / 360)) / Math.LN10));
  const parts = [trim(view.zoom, 2), view.latitude.toFixed(decimals), view.longitude.toFixed(decimals)];
  const bearing = trim(view.bearing, 1);
  const pitch = trim(view.pitch, 0);
  if (bearing !== '0' || pitch !== '0') {
    parts.push(bearing);
  }
  if (pitch !== '0') {
    parts.push(pitch);
  }
  return `#${parts.join('/')}`;
}

/** The layer groups an address switches on, `?layers=buildings,plan`; undefined when it leaves that to the style. */
export function parseGroups(search: string): ReadonlySet<string> | undefined {
  const value = new URLSearchParams(search).get('layers');
  return value === null ? undefined : new Set(value.split(',').filter((name) => /^[a-z0-9]+$/.test(name)));
}

function within(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}

function trim(value: number, decimals: number): string {
  const text = String(Number(value.toFixed(decimals)));
  return text === '-0' ? '0' : text;
}
