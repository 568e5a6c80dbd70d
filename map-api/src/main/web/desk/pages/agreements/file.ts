import { call } from '../../../shared/api';
import { channelWord } from '../../../shared/channels';
import { button, element } from '../../../shared/dom';
import { formatMonth } from '../../../shared/messages';
import { mayWrite } from '../agreements';
import type { Desk } from '../../desk';
import { day, field, moment, notice, number, reason, table } from '../../parts';
import { showAreas } from './area';
import { LayerNames } from './names';
import { ADDRESS, type AgreementFile, type Key, type State, type Use } from './types';

/** One agreement: its terms, keys, states and use. */
export async function file(root: HTMLElement, desk: Desk, id: number): Promise<() => void> {
  const told = element('div', { 'aria-live': 'polite' });
  const fresh = element('div', { 'aria-live': 'polite' });
  const body = element('div', { class: 'agreement' });
  const names = await LayerNames.read();
  root.append(told, body);
  const again = async (): Promise<void> => {
    const known = await call<AgreementFile>(`${ADDRESS}/${id}`);
    body.replaceChildren(...sections(known, names, desk, (work) => void act(work), fresh));
    remove?.();
    remove = await showAreas(desk, known.terms.layers.flatMap((layer) => (layer.area ? [layer.area.shape] : [])));
  };
  const act = async (work: () => Promise<string>): Promise<void> => {
    try {
      const text = await work();
      told.replaceChildren(notice('good', text));
      await again();
    } catch (cause) {
      told.replaceChildren(notice('bad', reason(cause, desk.say)));
      told.scrollIntoView({ block: 'nearest' });
    }
  };
  let remove: (() => void) | undefined;
  await again();
  return () => remove?.();
}

type Act = (work: () => Promise<string>) => void;

function sections(known: AgreementFile, names: LayerNames, desk: Desk, act: Act, fresh: HTMLElement): HTMLElement[] {
  const { say } = desk;
  return [
    facts(known, names, desk),
    ...(mayWrite(desk) ? [actions(known, desk, act)] : []),
    keys(known, desk, act, fresh),
    known.use.length === 0 ? notice('note', say('agreements.use.none')) : use(known.use, names, desk),
    history(known, desk),
  ];
}

function facts({ card, terms, spentInMonth }: AgreementFile, names: LayerNames, { say, language }: Desk): HTMLElement {
  const lines: [string, string][] = [
    [say('agreements.number'), `${card.number} · v${card.version}`],
    [say('agreements.partner'), terms.partner],
    [say('agreements.state'), say(`agreements.state.${card.state}`) + (card.reason ? `: ${card.reason}` : '')],
    [say('agreements.purpose'), terms.purpose],
    [say('agreements.decision'), `${terms.decision.number}, ${day(terms.decision.date, language)}`],
    [say('agreements.term'), `${day(terms.from, language)} – ${day(terms.until, language)}`],
    [say('agreements.limits'), say('agreements.limits.told', { minute: number(terms.ratePerMinute, language), month: number(terms.monthlyQuota, language), spent: number(spentInMonth, language) })],
    ...terms.layers.map((layer): [string, string] => [
      names.layer(layer.type),
      [names.fields(layer.type, layer.fields), layer.rows ?? '', layer.area ? say(`agreements.policy.${layer.area.policy}`) : ''].filter(Boolean).join(' · '),
    ]),
  ];
  return element('dl', { class: 'facts' }, ...lines.flatMap(([term, text]) => [element('dt', {}, term), element('dd', {}, text)]));
}

function actions({ card }: AgreementFile, desk: Desk, act: Act): HTMLElement {
  const { say } = desk;
  const why = element('input', { maxlength: '500' });
  const turn = (state: State, word: string) =>
    button(word, { class: state === 'active' ? 'primary' : '' }, () =>
      act(async () => {
        await call(`${ADDRESS}/${card.id}/state`, { method: 'POST', body: { state, reason: why.value || null } });
        return say('agreements.done');
      }),
    );
  const buttons = [
    ...(['draft', 'suspended', 'expired'].includes(card.state) ? [turn('active', say('agreements.activate'))] : []),
    ...(card.state === 'active' ? [turn('suspended', say('agreements.suspend'))] : []),
    ...(card.state === 'revoked' ? [] : [turn('revoked', say('agreements.revoke'))]),
    ...(card.state === 'revoked' ? [] : [button(say('agreements.amend'), {}, () => desk.go(`agreements/${card.id}/amend`))]),
  ];
  return element('section', {}, field(say('agreements.reason'), why, say('agreements.reason.hint')), element('p', { class: 'actions' }, ...buttons));
}

function keys({ card, keys: all }: AgreementFile, desk: Desk, act: Act, fresh: HTMLElement): HTMLElement {
  const { say, language } = desk;
  const list = table(say('agreements.keys'), [
    { title: say('agreements.key'), cell: (key: Key) => element('code', {}, `kent_${key.prefix}…`) },
    { title: say('agreements.label'), cell: (key) => key.label },
    { title: say('agreements.until'), cell: (key) => moment(key.expiresAt, language) },
    { title: say('agreements.state'), cell: (key) => say(key.open ? 'agreements.key.open' : 'agreements.key.closed') },
    {
      title: '',
      cell: (key) =>
        key.open && mayWrite(desk)
          ? button(say('agreements.key.revoke'), {}, () =>
              act(async () => {
                await call(`${ADDRESS}/${card.id}/keys/${key.prefix}`, { method: 'DELETE' });
                return say('agreements.done');
              }),
            )
          : '',
    },
  ], all);
  return element('section', {}, list, ...(mayWrite(desk) ? [fresh, newKey(card.id, desk, act, fresh)] : []));
}

/** The text of a new key is shown here and nowhere else, until the page is left. */
function newKey(id: number, { say }: Desk, act: Act, fresh: HTMLElement): HTMLElement {
  const label = element('input', { required: '', maxlength: '200' });
  const days = element('input', { type: 'number', min: '1', max: '3660', value: '365', required: '' });
  const form = element('form', { class: 'narrow' }, field(say('agreements.label'), label), field(say('agreements.days'), days), element('button', {}, say('agreements.key.make')));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const body = { label: label.value, days: Number(days.value) };
    act(async () => {
      const { key } = await call<{ key: string }>(`${ADDRESS}/${id}/keys`, { method: 'POST', body });
      fresh.replaceChildren(notice('good', say('agreements.key.once')), element('code', { class: 'key' }, key));
      return say('agreements.done');
    });
  });
  return form;
}

function use(all: readonly Use[], names: LayerNames, { say, language }: Desk): HTMLElement {
  return table(say('agreements.use'), [
    { title: say('agreements.month'), cell: (line: Use) => formatMonth(line.month, language) },
    { title: say('agreements.layer'), cell: (line) => names.layer(line.type) },
    { title: say('agreements.channel'), cell: (line) => channelWord(line.channel, language) },
    { title: say('agreements.answers'), isFigure: true, cell: (line) => number(line.answers, language) },
    { title: say('agreements.features'), isFigure: true, cell: (line) => number(line.features, language) },
  ], all);
}

function history({ history: turns, versions }: AgreementFile, { say, language }: Desk): HTMLElement {
  const lines = [
    ...turns.map((turn) => ({ at: turn.at, who: turn.person, what: say(`agreements.state.${turn.state}`) + (turn.reason ? `: ${turn.reason}` : '') })),
    ...versions.map((version) => ({ at: version.madeAt, who: version.madeBy, what: say('agreements.version', { version: version.version }) })),
  ].sort((one, other) => one.at.localeCompare(other.at));
  return table(say('agreements.history'), [
    { title: say('agreements.at'), cell: (line: (typeof lines)[number]) => moment(line.at, language) },
    { title: say('agreements.what'), cell: (line) => line.what },
    { title: say('agreements.who'), cell: (line) => line.who },
  ], lines);
}
