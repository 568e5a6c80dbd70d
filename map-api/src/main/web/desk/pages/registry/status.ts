import { button, element } from '../../../shared/dom';
import { keepingFocus } from '../../../shared/focus';
import { moment, number, percent } from '../../../shared/format';
import { call } from '../../../shared/http';
import { latest } from '../../../shared/latest';
import { figure, notice, table } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { isBusy, type RunLine, RunWatch } from '../../parts/runWatch';
import { reason } from '../../reason';
import type { WordKey } from '../../words';
import type { Level } from './conflict';
import { showHeld } from './held';
import { showLeftOut } from './leftOut';
import { mayAct, mayLook } from './may';
import { paintRates } from './rateMap';

interface Rate {
  readonly neighbourhood: number;
  readonly name: string;
  readonly level: Level;
  readonly ours: number;
  readonly oursLinked: number;
  readonly oursLeftOut: number;
  readonly theirs: number;
  readonly theirsLinked: number;
  readonly conflicts: number;
  readonly pull: string | null;
  readonly message: string | null;
  readonly countedAt: string | null;
}

interface Run {
  readonly state: 'idle' | 'waiting' | 'running' | 'done' | 'stopped' | 'failed';
  readonly what: 'pull' | 'compare' | 'push' | null;
  readonly done: number;
  readonly all: number;
  readonly held: number;
  readonly message: string;
}

interface Status {
  readonly configured: boolean;
  readonly run: Run;
  /** Messages that wait to be sent. */
  readonly waiting: number;
  readonly rates: readonly Rate[];
}

interface Place {
  readonly code: number;
  readonly name: string;
  readonly rates: readonly Rate[];
}

/** Opens what there is to look at of a place. */
interface Looks {
  readonly held: (place: Place) => Promise<void>;
  readonly leftOut: (place: Place) => Promise<void>;
}

const API = '/api/desk/registry';

/** Match rates by neighbourhood in a table and on the map, with starting and stopping. */
export async function showStatus(root: HTMLElement, desk: Desk): Promise<undefined> {
  const told = element('div', { class: 'told', 'aria-live': 'polite' });
  const body = element('div', { class: 'stack', tabindex: '-1' });
  const held = element('section', { class: 'stack held' });
  const asked = latest(desk.left);
  const refused = (cause: unknown): void => told.replaceChildren(notice('bad', reason(cause, desk.say)));
  const read = (cancel: AbortSignal): Promise<Status> => call<Status>(API, { cancel });
  const show = (now: Status): void => {
    held.replaceChildren();
    keepingFocus(body, () => body.replaceChildren(...parts(now, desk, act, looks, stop)), body);
    paintRates(desk, shares(now.rates)).catch((cause: unknown) => desk.left.aborted || console.warn(cause)); // the table says the same
    follow(now.run);
  };
  const again = (): Promise<void> => asked(read, { show, refused });
  const watch = new RunWatch<Run>(
    `${API}/run`,
    desk.left,
    (run) => lineOf(run, desk),
    () => void again(),
  );
  const follow = (run: Run): void => {
    told.replaceChildren();
    watch.show(run);
    stop.hidden = !isBusy(run);
  };
  const act = (path: string, content?: unknown): Promise<void> =>
    call<Run>(`${API}/${path}`, { method: 'POST', ...(content ? { body: content } : {}) }).then(follow, refused);
  const stop = button(desk.say('registry.stop'), { class: 'secondary' }, () => act('stop'));
  const look = latest(desk.left);
  const looks: Looks = {
    held: (place) => showHeld(held, place, desk, look, () => void again()),
    leftOut: (place) => showLeftOut(held, place, desk, look, () => held.replaceChildren()),
  };
  root.append(watch.root, told, held, body);
  show(await read(desk.left));
}

function lineOf(run: Run, { say }: Desk): RunLine | undefined {
  if (run.state === 'idle' || run.what === null) {
    return undefined;
  }
  const what = say(`registry.${run.what}`);
  const parts = [
    say(`registry.run.${run.state}`, { done: run.done, all: run.all }),
    run.held > 0 ? say('registry.run.held', { held: run.held }) : '',
    run.message,
  ];
  return {
    kind: run.state === 'failed' ? 'bad' : run.state === 'done' ? 'good' : 'note',
    what,
    text: `${what}: ${parts.filter((part) => part).join(' — ')}`,
  };
}

function parts(now: Status, desk: Desk, act: (path: string, content?: unknown) => Promise<void>, looks: Looks, stop: HTMLElement): Node[] {
  const { say, language } = desk;
  const sum = (key: 'ours' | 'oursLinked' | 'theirs' | 'theirsLinked' | 'conflicts'): number =>
    now.rates.reduce((all, one) => all + one[key], 0);
  const cards = element(
    'dl',
    { class: 'cards' },
    figure(
      say('registry.oursRate'),
      shareOf(sum('oursLinked'), sum('ours'), desk),
      say('registry.of', of(sum('oursLinked'), sum('ours'), desk)),
    ),
    figure(
      say('registry.theirsRate'),
      shareOf(sum('theirsLinked'), sum('theirs'), desk),
      say('registry.of', of(sum('theirsLinked'), sum('theirs'), desk)),
    ),
    figure(say('registry.conflicts'), number(sum('conflicts'), language), say('registry.open')),
  );
  const actions = element(
    'div',
    { class: 'actions' },
    ...(now.configured ? [button(say('registry.pull.start'), { class: 'primary' }, () => act('pull', { neighbourhoods: [] }))] : []),
    button(say('registry.compare.start'), { class: 'secondary' }, () => act('compare')),
    ...(now.configured
      ? [button(`${say('registry.push.start')} (${number(now.waiting, language)})`, { class: 'secondary' }, () => act('push'))]
      : []),
    stop,
  );
  const missing = now.configured ? undefined : notice('note', say('registry.none'));
  return [cards, ...(missing ? [missing] : []), ...(mayAct(desk) ? [actions] : []), places(now.rates, desk, looks)];
}

function of(part: number, all: number, { language }: Desk): { part: string; all: string } {
  return { part: number(part, language), all: number(all, language) };
}

function shareOf(part: number, all: number, { language }: Desk): string {
  if (all === 0) {
    return '–';
  }
  return percent(part === all ? 1 : Math.min(part / all, 0.999), language);
}

function grouped(rates: readonly Rate[]): Place[] {
  const places = new Map<number, Rate[]>();
  for (const rate of rates) {
    places.set(rate.neighbourhood, [...(places.get(rate.neighbourhood) ?? []), rate]);
  }
  return [...places].map(([code, own]) => ({ code, name: own[0]?.name ?? '', rates: own }));
}

function places(rates: readonly Rate[], desk: Desk, looks: Looks): HTMLElement {
  const { say, language } = desk;
  const level = (name: Level) => ({
    title: say(`registry.level.${name}`),
    isFigure: true,
    cell: (place: Place) => {
      const rate = place.rates.find((one) => one.level === name);
      return rate && !isUnread(place)
        ? element('span', { title: say('registry.of', of(rate.oursLinked, rate.ours, desk)) }, shareOf(rate.oursLinked, rate.ours, desk))
        : '–';
    },
  });
  const counted = rates[0]?.countedAt;
  return table(
    say('registry.places', { at: counted ? moment(counted, language) : '–' }),
    [
      {
        title: `${say('registry.place')} · ${say('registry.reading')}`,
        cell: (place: Place) =>
          element(
            'div',
            { class: 'place' },
            element('b', {}, place.name),
            ` ${place.code}`,
            element('p', {}, reading(place, desk, looks.held)),
          ),
      },
      level('street'),
      level('building'),
      level('door'),
      level('unit'),
      { title: say('registry.leftOut'), isFigure: true, cell: (place: Place) => leftOut(place, desk, looks.leftOut) },
      {
        title: say('registry.conflicts'),
        isFigure: true,
        cell: (place: Place) => {
          const open = place.rates.reduce((all, one) => all + one.conflicts, 0);
          return open === 0 || !mayLook(desk)
            ? number(open, language)
            : element(
                'a',
                { href: desk.href(`registry/conflicts?neighbourhood=${place.code}`), 'data-page': 'registry' },
                number(open, language),
              );
        },
      },
    ],
    grouped(rates),
  );
}

function leftOut(place: Place, desk: Desk, look: (place: Place) => Promise<void>): Node | string {
  const count = place.rates.reduce((all, one) => all + one.oursLeftOut, 0);
  const text = number(count, desk.language);
  if (count === 0 || !mayLook(desk)) return text;
  const name = desk.say('registry.leftOut.title', { place: place.name });
  return button(text, { class: 'secondary', 'aria-label': `${text} – ${name}` }, () => look(place));
}

/** Nothing can be said of what was never read. */
function isUnread(place: Place): boolean {
  return (place.rates[0]?.pull ?? null) === null;
}

function reading(place: Place, desk: Desk, look: (place: Place) => Promise<void>): Node | string {
  const { say } = desk;
  const first = place.rates[0];
  const state = first?.pull ?? 'never';
  const known = ['never', 'reading', 'halted', 'failed', 'complete'].includes(state) ? state : 'never';
  const text = `${say(`registry.reading.${known}` as WordKey)}${first?.message ? ` — ${first.message}` : ''}`;
  if (state !== 'halted' || !mayLook(desk)) {
    return text;
  }
  return element(
    'span',
    {},
    text,
    ' ',
    button(say('registry.held.decide'), { class: 'small', 'data-held': String(place.code) }, () => look(place)),
  );
}

/** How much of ours is linked, by neighbourhood; null where nobody knows. */
function shares(rates: readonly Rate[]): ReadonlyMap<number, number | null> {
  return new Map(
    grouped(rates).map((place) => {
      const ours = place.rates.reduce((all, one) => all + one.ours, 0);
      const linked = place.rates.reduce((all, one) => all + one.oursLinked, 0);
      return [place.code, ours === 0 || isUnread(place) ? null : linked / ours] as const;
    }),
  );
}
