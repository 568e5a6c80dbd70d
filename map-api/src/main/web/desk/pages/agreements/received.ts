import { channelWord } from '../../../shared/channels';
import { element } from '../../../shared/dom';
import { hourFrom, moment } from '../../../shared/format';
import { call } from '../../../shared/http';
import { type Latest, latest } from '../../../shared/latest';
import { field, notice, table } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { reason } from '../../reason';
import { LayerNames } from './names';
import { ADDRESS, type Layer, type Receiver } from './types';

/** Asks which partners received one feature. */
export async function received(root: HTMLElement, desk: Desk): Promise<undefined> {
  const { say } = desk;
  const layers = await call<Layer[]>(`${ADDRESS}/layers`, { cancel: desk.left });
  const type = element('select', {}, ...layers.map((layer) => element('option', { value: layer.type }, layer.title)));
  const id = element('input', { required: '', maxlength: '36', pattern: '[0-9a-fA-F\\-]{36}', spellcheck: 'false' });
  const answer = element('div');
  const form = element(
    'form',
    { class: 'narrow' },
    field(say('agreements.layer'), type),
    field(say('agreements.feature'), id, say('agreements.feature.hint')),
    element('button', { class: 'primary' }, say('agreements.ask')),
  );
  const asked = latest(desk.left);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void ask(desk, new LayerNames(layers), type.value, id.value, answer, asked);
  });
  root.append(form, answer);
}

async function ask(desk: Desk, names: LayerNames, type: string, id: string, answer: HTMLElement, asked: Latest): Promise<void> {
  await asked((cancel) => call<Receiver[]>(`${ADDRESS}/received?${new URLSearchParams({ type, id })}`, { cancel }), {
    show: (found) => {
      const none = notice('note', desk.say('agreements.received.none'));
      answer.replaceChildren(found.length === 0 ? none : receivers(found, type, names, desk));
      if (found.length > 0) desk.announce(desk.say('agreements.received.found', { count: found.length }));
    },
    refused: (cause) => answer.replaceChildren(notice('bad', reason(cause, desk.say))),
  });
}

function receivers(found: readonly Receiver[], type: string, names: LayerNames, desk: Desk): HTMLElement {
  const { say, language } = desk;
  return table(
    say('agreements.received'),
    [
      { title: say('agreements.partner'), cell: (row: Receiver) => `${row.partner} (${row.agreement}, v${row.version})` },
      {
        title: say('agreements.channel'),
        cell: (row) => channelWord(row.channel, language) + (row.byPlace ? ` (${say('agreements.received.byPlace')})` : ''),
      },
      { title: say('agreements.release'), isFigure: true, cell: (row) => String(row.release) },
      { title: say('agreements.last'), cell: (row) => last(row, desk) },
      { title: say('agreements.fields'), cell: (row) => names.fields(type, row.fields) },
    ],
    found,
  );
}

/** Of what was fetched again within an hour the later moment is not kept. */
function last({ lastAt, byPlace }: Receiver, { say, language }: Desk): string {
  return byPlace ? moment(lastAt, language) : say('agreements.last.within', { span: hourFrom(lastAt, language) });
}
