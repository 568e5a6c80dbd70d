import { LngLatBounds, type Map as MapLibre, Marker } from 'maplibre-gl';
import { element } from '../../../shared/dom';
import { call } from '../../../shared/http';
import { notice } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { reason } from '../../reason';
import { API, type Conflict } from './conflict';

export interface Candidate {
  readonly local: string | null;
  readonly code: number | null;
  readonly street: string | null;
  readonly label: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
}

/** What stands on the map for one candidate: a button with its number, so that it can be chosen there as in the list. */
export interface Choice {
  readonly root: HTMLElement;
  /** The words that name the chosen one; undefined while none is. */
  readonly chosen: () => { readonly local: string } | { readonly code: number } | undefined;
}

/** Several stand for one: a list to choose from, each with its number on the map. Nothing is chosen beforehand. */
export function choiceOf(row: Conflict, desk: Desk, markers: Marker[]): Choice {
  const { say } = desk;
  const root = element('fieldset', { class: 'candidates' }, element('legend', {}, say('registry.candidates')));
  const pins: HTMLButtonElement[] = [];
  const radios: HTMLInputElement[] = [];
  let found: readonly Candidate[] = [];
  const chosenAt = (): number => radios.findIndex((radio) => radio.checked);
  const mark = (): void => {
    for (const [at, pin] of pins.entries()) {
      pin.setAttribute('aria-pressed', String(at === chosenAt()));
    }
  };
  const add = (candidate: Candidate, at: number): HTMLElement => {
    const radio = element('input', { type: 'radio', name: `candidate-${row.number}`, required: '', value: String(at) });
    radio.addEventListener('change', mark);
    radios.push(radio);
    const nowhere = candidate.longitude === null ? ` (${say('registry.candidate.nowhere')})` : '';
    return element('label', {}, radio, element('span', { class: 'pin' }, String(at + 1)), `${name(candidate)}${nowhere}`);
  };
  const pin = (candidate: Candidate, at: number): HTMLButtonElement => {
    const made = element(
      'button',
      { type: 'button', class: `pin on-map ${candidate.local ? 'ours' : 'theirs'}`, 'aria-pressed': 'false' },
      String(at + 1),
    );
    made.setAttribute('aria-label', say('registry.candidate.pin', { number: at + 1, name: name(candidate) }));
    made.addEventListener('click', () => {
      const radio = radios[at];
      if (!radio) return;
      radio.checked = true;
      mark();
    });
    pins[at] = made;
    return made;
  };
  const load = async (): Promise<void> => {
    found = await call<readonly Candidate[]>(`${API}/conflicts/${row.number}/candidates`, { cancel: desk.left });
    root.append(...found.map(add));
    const map = await desk.map();
    if (root.isConnected) stand(map, found, pin, markers);
  };
  load().catch((cause: unknown) => desk.left.aborted || root.append(notice('bad', reason(cause, say))));
  return {
    root,
    chosen() {
      const one = found[chosenAt()];
      if (!one) return undefined;
      return one.local ? { local: one.local } : one.code === null ? undefined : { code: one.code };
    },
  };
}

export function name(candidate: Candidate): string {
  return [candidate.street, candidate.label, candidate.code].filter((part) => part !== null && part !== '').join(' · ');
}

/** All of them are in view; those in one place stand side by side. */
function stand(
  map: MapLibre,
  found: readonly Candidate[],
  pin: (candidate: Candidate, at: number) => HTMLElement,
  markers: Marker[],
): void {
  const bounds = new LngLatBounds();
  for (const marker of markers) bounds.extend(marker.getLngLat());
  const taken = new Map<string, number>();
  found.forEach((candidate, at) => {
    if (candidate.longitude === null || candidate.latitude === null) return;
    const place = `${candidate.longitude.toFixed(5)} ${candidate.latitude.toFixed(5)}`;
    const before = taken.get(place) ?? 0;
    taken.set(place, before + 1);
    const marker = new Marker({ element: pin(candidate, at), offset: [34 * before, 0] })
      .setLngLat([candidate.longitude, candidate.latitude])
      .addTo(map);
    // MapLibre gives every marker the same name; ours say which candidate they are.
    marker.getElement().setAttribute('aria-label', marker.getElement().getAttribute('aria-label') ?? '');
    markers.push(marker);
    bounds.extend([candidate.longitude, candidate.latitude]);
  });
  if (!bounds.isEmpty()) map.fitBounds(bounds, { padding: 80, maxZoom: 18, animate: false });
}
