import { type Map as MapLibre, Marker } from 'maplibre-gl';
import { button, element } from '../../../shared/dom';
import { call } from '../../../shared/http';
import { type Latest, latest } from '../../../shared/latest';
import { field, notice } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { reason } from '../../reason';
import { type Bulk, bulkOf } from './bulk';
import { API, address, type Conflict, type Decided, type Here, KINDS, LEVELS } from './conflict';
import { mayAct } from './may';
import { sides } from './sides';

const PAGE = 50;

/** Open conflicts, one opened side by side and on the map, with the four verdicts. */
export async function showConflicts(root: HTMLElement, desk: Desk): Promise<undefined> {
  const page = new ConflictsPage(desk);
  root.append(...page.parts());
  await page.show();
}

class ConflictsPage {
  private readonly place = new URLSearchParams(location.search).get('neighbourhood');
  private readonly told = element('div', { class: 'told', tabindex: '-1', 'aria-live': 'polite' });
  private readonly list: HTMLElement;
  private readonly narrowed = element('div', {});
  private readonly opened = element('div', { class: 'conflict' });
  private readonly kind: HTMLSelectElement;
  private readonly level: HTMLSelectElement;
  private readonly more: HTMLElement;
  private readonly bulk: Bulk | undefined;
  private readonly markers: Marker[] = [];
  private readonly asked: Latest;
  private last = 0;
  private current = 0;

  constructor(private readonly desk: Desk) {
    const { say } = desk;
    this.list = element('ul', { class: 'conflicts', 'aria-label': say('registry.conflicts') });
    this.kind = choice(
      KINDS.map((one) => [one, `${one} · ${say(`registry.kind.${one}`)}`]),
      say('registry.all'),
    );
    this.level = choice(
      LEVELS.map((one) => [one, say(`registry.level.${one}`)]),
      say('registry.all'),
    );
    this.more = button(say('registry.conflicts.more'), { class: 'secondary', hidden: '' }, () => this.next());
    this.bulk = mayAct(desk) ? bulkOf(desk, this.list, this.told, () => this.show()) : undefined;
    this.asked = latest(desk.left);
    desk.left.addEventListener('abort', () => clear(this.markers));
    for (const one of [this.kind, this.level]) one.addEventListener('change', () => void this.show());
  }

  parts(): HTMLElement[] {
    const { say } = this.desk;
    const filter = element('form', { class: 'filter' }, field(say('registry.kind'), this.kind), field(say('registry.level'), this.level));
    const split = element('div', { class: 'registry-split' }, element('div', { class: 'stack' }, this.list, this.more), this.opened);
    return [this.told, this.narrowed, filter, ...(this.bulk ? [this.bulk.root] : []), split];
  }

  show(): Promise<void> {
    this.more.hidden = true; // what comes next is that of the list to come
    return this.asked((cancel) => this.page(0, cancel), {
      show: (rows) => this.begin(rows),
      refused: (cause) => {
        this.list.replaceChildren(); // what is there is of another question
        this.opened.replaceChildren();
        this.refused(cause);
      },
    });
  }

  private begin(rows: readonly Conflict[]): void {
    this.took(rows);
    this.list.replaceChildren(...this.lines(rows));
    this.opened.replaceChildren();
    const stays = rows.find((row) => row.number === this.current) ?? rows[0]; // somebody may have opened one while the list was on its way
    if (stays) this.put(stays);
    else this.list.replaceChildren(element('li', {}, this.desk.say('registry.conflicts.none')));
    this.narrowed.replaceChildren(...(this.place ? narrowedTo(rows[0]?.mahalle ?? this.place, this.desk) : []));
  }

  /** The one that is open stays: somebody may be typing a reason. */
  private next(): Promise<void> {
    return this.asked((cancel) => this.page(this.last, cancel), {
      show: (rows) => {
        const lines = this.lines(rows);
        this.list.append(...lines);
        this.took(rows);
        if (this.more.hidden) lines[0]?.querySelector('button')?.focus();
      },
      refused: (cause) => this.refused(cause),
    });
  }

  private page(after: number, cancel: AbortSignal): Promise<readonly Conflict[]> {
    const query = new URLSearchParams({ limit: String(PAGE), after: String(after) });
    if (this.kind.value) query.set('kind', this.kind.value);
    if (this.level.value) query.set('level', this.level.value);
    if (this.place) query.set('neighbourhood', this.place);
    return call<readonly Conflict[]>(`${API}/conflicts?${query.toString()}`, { cancel });
  }

  private took(rows: readonly Conflict[]): void {
    this.more.hidden = rows.length < PAGE;
    this.last = rows[rows.length - 1]?.number ?? this.last;
  }

  private lines(rows: readonly Conflict[]): HTMLElement[] {
    return rows.map((row) => line(row, this.desk, (one) => this.pick(one), this.bulk));
  }

  private put(row: Conflict): void {
    this.current = row.number;
    for (const one of this.list.querySelectorAll('button'))
      one.setAttribute('aria-pressed', String(one.dataset.number === String(row.number)));
    this.desk.map().then(
      (map) => this.current === row.number && point(map, row, this.markers, this.desk),
      () => undefined,
    ); // before the candidates, which come to stand beside it
    this.opened.replaceChildren(...sides(row, this.desk, this.markers, this.bulk, (words) => this.decide(row, words)));
  }

  /** The keyboard goes on where there is something to read and to decide. */
  private pick(row: Conflict): void {
    this.put(row);
    this.opened.querySelector('h2')?.focus();
  }

  private async decide(row: Conflict, words: object): Promise<void> {
    const { say } = this.desk;
    try {
      const [done] = await call<readonly Decided[]>(`${API}/verdicts`, { method: 'POST', body: { conflicts: [row.number], ...words } });
      this.told.replaceChildren(
        done?.refused ? notice('bad', `${row.number}: ${done.refused}`) : notice('good', say('registry.decided', { number: row.number })),
      );
      await this.show();
      (this.opened.querySelector('h2') ?? this.told).focus(); // the next one, or that there is none
    } catch (cause) {
      this.refused(cause);
    }
  }

  private refused(cause: unknown): void {
    this.told.replaceChildren(notice('bad', reason(cause, this.desk.say)));
  }
}

/** Of which neighbourhood alone the conflicts are, with the way to all of them. */
function narrowedTo(place: string, { say, href }: Desk): HTMLElement[] {
  const all = element('a', { href: href('registry/conflicts'), 'data-page': 'registry' }, say('registry.conflicts.everywhere'));
  return [element('p', {}, say('registry.conflicts.of', { place }), ' ', all)];
}

function clear(markers: Marker[]): void {
  for (const marker of markers.splice(0)) {
    marker.remove();
  }
}

function choice(values: readonly (readonly [string, string])[], all: string): HTMLSelectElement {
  return element('select', {}, element('option', { value: '' }, all), ...values.map(([value, text]) => element('option', { value }, text)));
}

function line(row: Conflict, { say }: Desk, pick: (row: Conflict) => void, bulk: Bulk | undefined): HTMLElement {
  const made = button('', { 'data-number': String(row.number), 'aria-pressed': 'false' }, () => pick(row));
  made.append(
    element('span', { class: `badge ${row.kind}` }, row.kind),
    element(
      'span',
      {},
      element('b', {}, address(row)),
      element('small', {}, `${say(`registry.level.${row.level}`)} · ${row.mahalle ?? ''}`),
    ),
  );
  return element('li', {}, bulk?.box(row), made);
}

/** Ours is blue, the registry's is orange. */
function point(map: MapLibre, row: Conflict, markers: Marker[], { say }: Desk): void {
  clear(markers);
  const add = (here: Here, color: string, name: string): void => {
    if (here.lon === null || here.lat === null) return;
    const marker = new Marker({ color }).setLngLat([here.lon, here.lat]).addTo(map);
    marker.getElement().setAttribute('aria-label', name);
    markers.push(marker);
  };
  add(row.theirs, '#c05a12', say('registry.theirs'));
  add(row.ours, '#0b5f7f', say('registry.ours'));
  const place = markers[markers.length - 1]?.getLngLat();
  if (place) map.jumpTo({ center: place, zoom: Math.max(map.getZoom(), 17) });
}
