import { channelWord } from '../../../shared/channels';
import { button, element } from '../../../shared/dom';
import { hourFrom, moment } from '../../../shared/format';
import { call } from '../../../shared/http';
import { type Latest, latest } from '../../../shared/latest';
import { field, notice, table } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { reason } from '../../reason';
import { LayerNames } from './names';
import { ADDRESS, type Asked, type Found, type Receiver } from './types';

/** Asks which partners received one record: it is looked for as a letter names it, and stands in the address once it is chosen. */
export async function received(root: HTMLElement, desk: Desk): Promise<undefined> {
  desk.name(desk.say('agreements.received'));
  const page = new Page(desk, await LayerNames.read());
  root.append(page.element);
  await page.begin(new URLSearchParams(location.hash.slice(1)));
}

/** A record as it was found, or as the address names it. */
type Chosen = Pick<Asked, 'type' | 'id'> & Partial<Asked>;

function nameOf({ name, neighbourhood }: Chosen): string | undefined {
  return name && neighbourhood ? `${name} (${neighbourhood})` : (name ?? undefined);
}

class Page {
  readonly element: HTMLElement;
  private readonly words = element('input', { type: 'search', required: '', maxlength: '200', pattern: '.*\\S.*', spellcheck: 'false' });
  private readonly found = element('div');
  private readonly answer = element('div');
  private readonly asked: Latest;

  constructor(
    private readonly desk: Desk,
    private readonly names: LayerNames,
  ) {
    const { say } = desk;
    this.asked = latest(desk.left);
    const form = element(
      'form',
      { class: 'narrow' },
      field(say('agreements.record'), this.words, say('agreements.record.hint')),
      element('button', { class: 'primary' }, say('agreements.find')),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.find();
    });
    this.element = element('div', {}, form, this.found, this.answer);
  }

  /** With the record the address names. */
  async begin(address: URLSearchParams): Promise<void> {
    const [type, id] = [address.get('type'), address.get('id')];
    if (type && id) {
      this.words.value = id;
      await this.ask({ type, id });
    }
  }

  private async find(): Promise<void> {
    const { say } = this.desk;
    const q = this.words.value.trim();
    this.answer.replaceChildren();
    await this.asked((cancel) => call<Found>(`${ADDRESS}/received/find?${new URLSearchParams({ q })}`, { cancel }), {
      show: ({ records: all, isMore }) => {
        const [only] = all;
        this.found.replaceChildren(
          only ? this.choices(all) : notice('note', say('agreements.find.none')),
          ...(isMore ? [notice('note', say('agreements.find.more', { count: all.length }))] : []),
        );
        if (all.length === 1 && only) {
          void this.ask(only);
        } else if (only) {
          this.desk.announce(say('agreements.received.found', { count: all.length }));
        }
      },
      refused: (cause) => this.found.replaceChildren(notice('bad', reason(cause, say))),
    });
  }

  private choices(all: readonly Asked[]): HTMLElement {
    const { say } = this.desk;
    return table(
      say('agreements.record'),
      [
        { title: say('agreements.layer'), cell: (one: Asked) => this.names.layer(one.type) },
        { title: say('agreements.find.name'), cell: (one) => nameOf(one) ?? '–' },
        { title: say('agreements.feature'), cell: (one) => element('code', {}, one.id) },
        {
          title: say('agreements.received'),
          cell: (one) =>
            button(say('agreements.ask'), { 'aria-label': `${say('agreements.ask')}: ${this.called(one)}` }, () => this.ask(one)),
        },
      ],
      all,
    );
  }

  private called(one: Chosen): string {
    return `${this.names.layer(one.type)} · ${nameOf(one) ?? one.id}`;
  }

  private async ask(chosen: Chosen): Promise<void> {
    const { desk } = this;
    const { type, id } = chosen;
    desk.locate(new URLSearchParams({ type, id }).toString());
    await this.asked((cancel) => call<Receiver[]>(`${ADDRESS}/received?${new URLSearchParams({ type, id })}`, { cancel }), {
      show: (found) => {
        const none = notice('note', desk.say('agreements.received.none'));
        this.answer.replaceChildren(
          element('h2', {}, this.called(chosen)),
          found.length === 0 ? none : receivers(found, type, this.names, desk),
        );
        if (found.length > 0) desk.announce(desk.say('agreements.received.found', { count: found.length }));
      },
      refused: (cause) => this.answer.replaceChildren(notice('bad', reason(cause, desk.say))),
    });
  }
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
      { title: say('agreements.first'), cell: (row) => moment(row.firstAt, language) },
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
