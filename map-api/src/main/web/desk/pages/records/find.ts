import { button, element } from '../../../shared/dom';
import { call } from '../../../shared/http';
import { latest } from '../../../shared/latest';
import { field, notice, table } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { reason } from '../../reason';
import { recordLink } from './link';
import { Places } from './place';
import { API, type Found, type RecordType } from './types';

/** Finds a record: by its name or one of its numbers, or where it is. What was looked for stands in the address. */
export async function showFind(root: HTMLElement, desk: Desk): Promise<undefined> {
  const { say, language } = desk;
  const types = await call<readonly RecordType[]>(`${API}/types`);
  const asked = new URLSearchParams(location.hash.slice(1));
  const places = new Places(desk);
  const type = element('select', {}, ...types.map((one) => element('option', { value: one.name }, one.title[language])));
  type.value = types.find(({ name }) => name === asked.get('type'))?.name ?? types[0]?.name ?? '';
  const words = element('input', { type: 'search', maxlength: '200', autocomplete: 'off', spellcheck: 'false' });
  words.value = asked.get('q') ?? '';
  const result = element('div', { class: 'found' });
  const asks = latest(desk.left);
  const look = (query: Record<string, string>): Promise<void> =>
    asks((cancel) => call<readonly Found[]>(`${API}/${type.value}?${new URLSearchParams(query)}`, { cancel }), {
      show: (found) => {
        result.replaceChildren(found.length === 0 ? notice('note', say('records.nothing')) : listed(found, desk));
        desk.announce(say('records.found', { count: found.length }));
        void places.show(found.map(({ geometry }) => geometry));
      },
      refused: (cause) => result.replaceChildren(notice('bad', reason(cause, say))),
    });
  const byWords = (): void => {
    if (words.value.trim() !== '') {
      history.replaceState(null, '', `#${new URLSearchParams({ type: type.value, q: words.value.trim() })}`);
      void look({ q: words.value.trim() });
    }
  };
  const byPlace = (longitude: number, latitude: number): void => {
    void look({ lon: longitude.toFixed(7), lat: latitude.toFixed(7) });
  };
  const nearest = button(say('records.nearest'), { class: 'secondary' }, () => {
    void places.middle().then((middle) => middle && byPlace(middle.lng, middle.lat));
  });
  const hasPlace = (): void => {
    nearest.disabled = types.find(({ name }) => name === type.value)?.geometry === 'none';
  };
  type.addEventListener('change', hasPlace);
  hasPlace();
  const form = element(
    'form',
    { class: 'filters', role: 'search' },
    field(say('records.type'), type),
    field(say('records.words'), words, say('records.words.hint')),
    element('div', { class: 'actions' }, element('button', { class: 'primary' }, say('records.search')), nearest),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    byWords();
  });
  const isMine = types.some(({ mayEdit }) => mayEdit);
  const begin = button(say('records.new'), { class: 'secondary' }, () =>
    desk.go(`records/new#${new URLSearchParams({ type: type.value })}`),
  );
  root.append(element('p', {}, say('records.explained')), form, ...(isMine ? [element('p', {}, begin)] : []), result);
  void places.listen((longitude, latitude) => {
    if (!nearest.disabled) {
      byPlace(longitude, latitude);
    }
  });
  byWords();
  return undefined;
}

function listed(found: readonly Found[], { say, language }: Desk): HTMLElement {
  const called = (one: Found): string => one.names[0]?.[language] ?? one.id;
  return table(
    say('records.list'),
    [
      { title: say('records.name'), cell: (one: Found) => recordLink(one.type, one.id, called(one)) },
      {
        title: say('records.names'),
        cell: (one: Found) =>
          one.names
            .slice(1, 5)
            .map((name) => name[language])
            .join(' · '),
      },
      { title: say('records.id'), cell: (one: Found) => element('small', { class: 'detail' }, one.id) },
    ],
    found,
  );
}
