import { button, element } from '../../../shared/dom';
import { number } from '../../../shared/format';
import { call } from '../../../shared/http';
import { submitOnce } from '../../../shared/once';
import { field, notice } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { reason as told } from '../../reason';
import { Cut } from './cut';
import type { Places } from './place';
import { API, type Found, pathOf, type RecordTold, type Shape, type State } from './types';

/** What a split or a merge is made of: how its parts are asked for, and what is done with them. */
interface Succession {
  readonly title: string;
  readonly explained: string;
  readonly verb: string;
  readonly choice: HTMLElement;
  /** The body of both questions; undefined while nothing is chosen. */
  wish(): object | undefined | Promise<object | undefined>;
  readonly path: string;
  done(answer: unknown): void;
}

/** Splits a record by what is drawn on the map or typed: an area by a line, a line at a point. */
export function splitPart(record: RecordTold, state: State, places: Places, desk: Desk): HTMLDetailsElement {
  const { say } = desk;
  const isLine = /Line/.test(state.geometry?.type ?? '');
  const cut = new Cut(desk, isLine);
  const made = part(
    {
      title: say('records.split.title'),
      explained: say(isLine ? 'records.split.line' : 'records.split.area'),
      verb: say('records.split'),
      choice: cut.root,
      path: `${record.type}/${record.id}/split`,
      wish: async () => {
        const blade = await cut.blade();
        return blade && { version: state.version, validFrom: state.validFrom, blade };
      },
      done: () => desk.go(pathOf(record.type, record.id)),
    },
    places,
    desk,
  );
  made.addEventListener('toggle', () => made.open || cut.lay());
  return made;
}

/** Merges a record with neighbours of its type. */
export function mergePart(record: RecordTold, state: State, places: Places, desk: Desk): HTMLDetailsElement {
  const { say, language } = desk;
  const list = element('ul', { class: 'neighbours' });
  const chosen = new Set<Found>();
  const line = (one: Found): HTMLElement => {
    const box = element('input', { type: 'checkbox' });
    box.addEventListener('change', () => {
      if (box.checked) {
        chosen.add(one);
      } else {
        chosen.delete(one);
      }
      void places.show([state.geometry, ...[...chosen].map(({ geometry }) => geometry)]);
    });
    const name = one.names
      .map((each) => each[language])
      .slice(0, 3)
      .join(' · ');
    return element('li', {}, element('label', { class: 'check' }, box, element('span', {}, name === '' ? one.id : name)));
  };
  const made = part(
    {
      title: say('records.merge.title'),
      explained: say('records.merge.explained'),
      verb: say('records.merge'),
      choice: list,
      path: `${record.type}/merge`,
      wish: () => {
        const first = { id: record.id, version: state.version, validFrom: state.validFrom };
        const others = [...chosen].map(({ id, version, validFrom }) => ({ id, version, validFrom }));
        return others.length === 0 ? undefined : { records: [first, ...others] };
      },
      done: (whole) => desk.go(pathOf(record.type, String(whole))),
    },
    places,
    desk,
  );
  made.addEventListener(
    'toggle',
    () => {
      void call<readonly Found[]>(`${API}/${record.type}/${record.id}/neighbours`).then(
        (found) => list.replaceChildren(...(found.length === 0 ? [element('li', {}, say('records.merge.none'))] : found.map(line))),
        (cause: unknown) => list.replaceChildren(element('li', {}, notice('bad', told(cause, say)))),
      );
    },
    { once: true },
  );
  return made;
}

/** First looked at, then done. */
function part(what: Succession, places: Places, desk: Desk): HTMLDetailsElement {
  const { say, language } = desk;
  const seen = element('div', { class: 'told', 'aria-live': 'polite' });
  const reason = element('input', { required: '', maxlength: '500', autocomplete: 'off', pattern: '.*\\S.*' });
  const ask = async (step: '' | '/preview', more: object, show: (answer: unknown) => void): Promise<void> => {
    try {
      const wish = await what.wish();
      if (!wish) {
        seen.replaceChildren(notice('bad', say('records.choose')));
        return;
      }
      show(await call(`${API}/${what.path}${step}`, { method: 'POST', body: { ...wish, ...more } }));
    } catch (cause) {
      seen.replaceChildren(notice('bad', told(cause, say)));
    }
  };
  const preview = button(say('records.preview'), { class: 'secondary' }, () =>
    ask('/preview', {}, (answer) => {
      const shapes = [answer].flat() as readonly Shape[];
      const isArea = shapes.every(({ geometry }) => geometry.type.endsWith('Polygon'));
      const measures = shapes.map(({ measure }) => `${number(measure, language, 1)} ${isArea ? 'm²' : 'm'}`);
      seen.replaceChildren(notice('note', say('records.previewed', { count: shapes.length, measures: measures.join(' · ') })));
      void places.show(shapes.map(({ geometry }) => geometry));
    }),
  );
  const form = element(
    'form',
    {},
    element('p', {}, what.explained),
    what.choice,
    element('div', { class: 'actions' }, preview),
    seen,
    field(say('records.reason'), reason),
    element('button', { class: 'secondary' }, what.verb),
  );
  submitOnce(form, async () => {
    if (await desk.isGivenUp()) {
      await ask('', { reason: reason.value.trim() }, what.done);
    }
  });
  return element('details', { class: 'panel' }, element('summary', {}, what.title), form);
}
