import { button, element } from '../../../shared/dom';
import { keepingFocus } from '../../../shared/focus';
import { moment, number } from '../../../shared/format';
import { call, Refusal } from '../../../shared/http';
import { latest } from '../../../shared/latest';
import { submitOnce } from '../../../shared/once';
import { field, notice, save, table } from '../../../shared/parts';
import { csv, csvName, useTable } from '../../../shared/use';
import type { Desk } from '../../desk';
import { ask, isSure } from '../../parts/ask';
import { reason } from '../../reason';
import { mayWrite } from './access';
import { showAreas } from './area';
import { changes, lines } from './changes';
import { LayerNames } from './names';
import { ADDRESS, type AgreementFile, type Key, type Share, type State } from './types';

/** One agreement: its terms, keys, states and use. */
export async function file(root: HTMLElement, desk: Desk, id: number): Promise<undefined> {
  const told = element('div', { 'aria-live': 'polite' });
  const fresh = element('div', { 'aria-live': 'polite' });
  const body = element('div', { class: 'agreement', tabindex: '-1' });
  const names = await LayerNames.read();
  root.append(told, body);
  const read = (cancel: AbortSignal): Promise<AgreementFile> => call<AgreementFile>(`${ADDRESS}/${id}`, { cancel });
  const asked = latest(desk.left);
  const refused = (cause: unknown): void => {
    told.replaceChildren(notice('bad', reason(cause, desk.say)));
    told.scrollIntoView({ block: 'nearest' });
  };
  const show = (known: AgreementFile): Promise<void> => {
    desk.name(desk.say('agreements.title', { number: known.card.number }));
    keepingFocus(body, () => body.replaceChildren(...sections(known, names, desk, act, fresh)), body);
    return showAreas(
      desk,
      known.terms.layers.flatMap((layer) => (layer.area ? [layer.area.shape] : [])),
    );
  };
  const act = async (work: () => Promise<string>): Promise<void> => {
    try {
      told.replaceChildren(notice('good', await work()));
    } catch (cause) {
      refused(cause);
      if (!(cause instanceof Refusal && cause.status === 409)) return; // another version than the one shown is told anew
    }
    await asked(read, { show: (known) => void show(known), refused });
  };
  await show(await read(desk.left));
}

type Act = (work: () => Promise<string>) => Promise<void>;

function sections(known: AgreementFile, names: LayerNames, desk: Desk, act: Act, fresh: HTMLElement): HTMLElement[] {
  const { say } = desk;
  return [
    part(say('agreements.terms'), facts(known, names, desk)),
    ...(mayWrite(desk) && known.card.state !== 'revoked' ? [part(say('agreements.actions'), ...actions(known, desk, act))] : []),
    part(say('agreements.keys'), ...keys(known, desk, act, fresh)),
    part(say('agreements.use'), ...use(known, names, desk)),
    part(say('agreements.history'), history(known, names, desk)),
  ];
}

function part(title: string, ...content: readonly HTMLElement[]): HTMLElement {
  return element('section', {}, element('h2', {}, title), ...content);
}

function facts({ card, terms, spentInMonth }: AgreementFile, names: LayerNames, desk: Desk): HTMLElement {
  const { say, language } = desk;
  const told: (readonly [string, string])[] = [
    [say('agreements.number'), `${card.number} · v${card.version}`],
    [say('agreements.state'), say(`agreements.state.${card.state}`) + (card.reason ? `: ${card.reason}` : '')],
    ...lines(terms, desk),
    [say('agreements.spent'), number(spentInMonth, language)],
    ...terms.layers.map((share) => [names.layer(share.type), shared(share, names, desk)] as const),
  ];
  const all = told.filter(([, text]) => text !== '');
  return element('dl', { class: 'facts' }, ...all.flatMap(([term, text]) => [element('dt', {}, term), element('dd', {}, text)]));
}

function shared(share: Share, names: LayerNames, { say }: Desk): string {
  const place = share.area
    ? say(`agreements.policy.${share.area.policy}`)
    : names.hasPlace(share.type)
      ? say('agreements.form.everywhere')
      : say('agreements.noPlace');
  const ground = share.ground ? `${say('agreements.ground')}: ${share.ground}` : '';
  return [names.fields(share.type, share.fields), share.rows ?? '', place, ground].filter(Boolean).join(' · ');
}

function actions({ card }: AgreementFile, desk: Desk, act: Act): HTMLElement[] {
  const { say } = desk;
  const why = element('input', { maxlength: '500' });
  const turn = (state: State, why: string) =>
    act(async () => {
      await call(`${ADDRESS}/${card.id}/state`, { method: 'POST', body: { state, reason: why || null, version: card.version } });
      return say('agreements.done');
    });
  const revoke = async (): Promise<void> => {
    const reason = { label: say('agreements.revoke.reason'), hint: say('agreements.reason.hint'), value: why.value };
    const given = await ask(desk, {
      title: say('agreements.revoke.title', { number: card.number }),
      explained: say('agreements.revoke.explained'),
      yes: say('agreements.revoke'),
      reason,
    });
    if (given !== undefined) await turn('revoked', given);
  };
  const isOpen = card.state === 'active' || card.state === 'upcoming';
  return [
    field(say('agreements.reason'), why, say('agreements.reason.hint')),
    element(
      'p',
      { class: 'actions' },
      isOpen
        ? button(say('agreements.suspend'), {}, () => turn('suspended', why.value))
        : button(say('agreements.activate'), { class: 'primary' }, () => turn('active', why.value)),
      button(say('agreements.amend'), {}, () => desk.go(`agreements/${card.id}/amend`)),
      button(say('agreements.revoke'), { class: 'final' }, () => revoke()),
    ),
  ];
}

function keys({ card, keys: all }: AgreementFile, desk: Desk, act: Act, fresh: HTMLElement): HTMLElement[] {
  const { say, language } = desk;
  const list = table(
    say('agreements.keys'),
    [
      { title: say('agreements.key'), cell: (key: Key) => element('code', {}, `kent_${key.prefix}…`) },
      { title: say('agreements.label'), cell: (key) => key.label },
      { title: say('agreements.until'), cell: (key) => moment(key.expiresAt, language) },
      {
        title: say('agreements.state'),
        cell: (key) => say(!key.open ? 'agreements.key.closed' : card.state === 'active' ? 'agreements.key.open' : 'agreements.key.shut'),
      },
      {
        title: say('agreements.key.deed'),
        cell: (key) =>
          key.open && mayWrite(desk)
            ? button(say('agreements.key.revoke'), { class: 'final', 'aria-label': `${say('agreements.key.revoke')}: ${key.label}` }, () =>
                revokeKey(card.id, key, desk, act),
              )
            : '',
      },
    ],
    all,
  );
  const more = mayWrite(desk) && card.state !== 'revoked' ? [fresh, newKey(card.id, desk, act, fresh)] : [];
  return [list, ...more];
}

async function revokeKey(id: number, { prefix, label }: Key, desk: Desk, act: Act): Promise<void> {
  const { say } = desk;
  const title = say('agreements.key.revoke.title', { key: `kent_${prefix}…`, label });
  if (!(await isSure(desk, { title, explained: say('agreements.key.revoke.explained'), yes: say('agreements.key.revoke') }))) {
    return;
  }
  await act(async () => {
    await call(`${ADDRESS}/${id}/keys/${prefix}`, { method: 'DELETE' });
    return say('agreements.done');
  });
}

/** The text of a new key is shown here and nowhere else, until the page is left. */
function newKey(id: number, { say }: Desk, act: Act, fresh: HTMLElement): HTMLElement {
  const label = element('input', { required: '', maxlength: '200' });
  const days = element('input', { type: 'number', min: '1', max: '3660', value: '365', required: '' });
  const form = element(
    'form',
    { class: 'narrow' },
    field(say('agreements.label'), label),
    field(say('agreements.days'), days),
    element('button', {}, say('agreements.key.make')),
  );
  submitOnce(form, () => {
    const body = { label: label.value, days: Number(days.value) };
    return act(async () => {
      const { key } = await call<{ key: string }>(`${ADDRESS}/${id}/keys`, { method: 'POST', body });
      fresh.replaceChildren(notice('good', say('agreements.key.once')), element('code', { class: 'key' }, key));
      return say('agreements.done');
    });
  });
  return form;
}

const HEADS = [
  'agreements.month',
  'agreements.layer',
  'agreements.channel',
  'agreements.answers',
  'agreements.features',
  'agreements.bytes',
  'agreements.last',
] as const;

/** The very lines the partner is shown, with the same sums and the same file. */
function use({ use: all, card }: AgreementFile, names: LayerNames, { say, language }: Desk): HTMLElement[] {
  if (all.length === 0) {
    return [notice('note', say('agreements.use.none'))];
  }
  const heads = HEADS.map((key) => say(key));
  const words = {
    caption: say('agreements.use'),
    heads,
    whole: (month: string) => say('agreements.use.whole', { month }),
    layer: (type: string) => names.layer(type),
  };
  const file = (): void => save(new Blob([csv(all, heads, language)], { type: 'text/csv' }), csvName(card.number));
  return [useTable(all, words, language), button(say('agreements.use.save'), { class: 'secondary' }, file)];
}

function history({ history: turns, versions }: AgreementFile, names: LayerNames, desk: Desk): HTMLElement {
  const { say, language } = desk;
  const changed = (i: number): string[] => {
    const [before, after] = [versions[i - 1]?.terms, versions[i]?.terms];
    return before && after ? changes(before, after, names, desk) : [];
  };
  const told = [
    ...turns.map((turn) => ({
      at: turn.at,
      who: turn.person,
      what: say(`agreements.state.${turn.state}`) + (turn.reason ? `: ${turn.reason}` : ''),
      changed: [] as string[],
    })),
    ...versions.map((version, i) => ({
      at: version.madeAt,
      who: version.madeBy,
      what: say('agreements.version', { version: version.version }),
      changed: changed(i),
    })),
  ].sort((one, other) => one.at.localeCompare(other.at));
  return table(
    say('agreements.history'),
    [
      { title: say('agreements.at'), cell: (line: (typeof told)[number]) => moment(line.at, language) },
      {
        title: say('agreements.what'),
        cell: (line) =>
          line.changed.length > 0
            ? element('div', {}, line.what, element('ul', {}, ...line.changed.map((text) => element('li', {}, text))))
            : line.what,
      },
      { title: say('agreements.who'), cell: (line) => line.who },
    ],
    told,
  );
}
