import { button, element } from '../../../shared/dom';
import { moment } from '../../../shared/format';
import { call } from '../../../shared/http';
import { submitOnce } from '../../../shared/once';
import { field, notice, table } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { isSure } from '../../parts/ask';
import { reason } from '../../reason';

interface Key {
  readonly prefix: string;
  readonly label: string;
  readonly expiresAt: string;
  readonly open: boolean;
}

const OWN = '/api/desk/account/keys';
const MOST_DAYS = 366;

/** The keys of whoever is signed in, for programs that cannot sign in, and a way to make another. */
export async function ownKeys(desk: Desk): Promise<HTMLElement> {
  const { say } = desk;
  const keys = new KeyList(desk, OWN);
  await keys.read();
  return element(
    'section',
    { class: 'stack' },
    element('h2', {}, say('keys.own')),
    element('p', {}, say('keys.what')),
    keys.element,
    making(keys, desk),
  );
}

/** The keys of somebody, for the administrator. */
export async function keysOf(account: string, name: string, desk: Desk): Promise<HTMLElement> {
  const keys = new KeyList(desk, `/api/desk/staff/${encodeURIComponent(account)}/keys`);
  await keys.read();
  return element('section', { class: 'panel' }, element('h2', { tabindex: '-1' }, desk.say('keys.of', { name })), keys.element);
}

/** A list of keys, each with a button that ends it. */
class KeyList {
  readonly element = element('div');
  private readonly told = element('div');
  private readonly list = element('div');

  constructor(
    private readonly desk: Desk,
    private readonly at: string,
  ) {
    this.element.append(this.told, this.list);
  }

  async read(): Promise<void> {
    const { say } = this.desk;
    const keys = await call<readonly Key[]>(this.at);
    this.list.replaceChildren(keys.length > 0 ? this.table(keys) : notice('note', say('keys.none')));
  }

  /** Does something and tells how it ended, a key among it, before the list below is read anew. */
  async act(work: () => Promise<readonly HTMLElement[]>): Promise<boolean> {
    try {
      this.told.replaceChildren(...(await work()));
    } catch (cause) {
      this.told.replaceChildren(notice('bad', reason(cause, this.desk.say)));
      return false;
    } finally {
      this.told.scrollIntoView({ block: 'nearest' });
    }
    await this.read().catch((cause: unknown) => this.list.replaceChildren(notice('bad', reason(cause, this.desk.say))));
    return true;
  }

  private table(keys: readonly Key[]): HTMLElement {
    const { say, language } = this.desk;
    return table(
      say('keys.list'),
      [
        { title: say('keys.key'), cell: (key: Key) => element('code', {}, `kent_${key.prefix}…`) },
        { title: say('keys.label'), cell: (key) => key.label },
        { title: say('keys.until'), cell: (key) => moment(key.expiresAt, language) },
        { title: say('keys.state'), cell: (key) => say(key.open ? 'keys.open' : 'keys.closed') },
        { title: say('keys.deed'), cell: (key) => (key.open ? this.revoking(key) : '') },
      ],
      keys,
    );
  }

  private revoking(key: Key): HTMLElement {
    const { say } = this.desk;
    const verb = say('keys.revoke');
    return button(verb, { class: 'small', 'aria-label': `${verb}: ${key.label}` }, async () => {
      const question = {
        title: say('keys.revoke.title', { label: key.label }),
        explained: say('keys.revoke.text'),
        yes: verb,
        no: say('staff.cancel'),
      };
      if (await isSure(this.desk, question)) await this.revoke(key);
    });
  }

  private revoke(key: Key): Promise<boolean> {
    return this.act(async () => {
      await call(`${this.at}/${key.prefix}`, { method: 'DELETE' });
      return [notice('good', this.desk.say('keys.revoked', { label: key.label }))];
    });
  }
}

/** The text of a new key is shown here and nowhere else, until the page is left. */
function making(keys: KeyList, { say }: Desk): HTMLElement {
  const label = element('input', { required: '', maxlength: '200', autocomplete: 'off' });
  const days = element('input', { type: 'number', min: '1', max: String(MOST_DAYS), value: '180', required: '' });
  const form = element(
    'form',
    { class: 'narrow' },
    field(say('keys.label'), label, say('keys.label.hint')),
    field(say('keys.days'), days),
    element('button', { class: 'secondary' }, say('keys.make')),
  );
  submitOnce(form, async () => {
    const body = { label: label.value, days: Number(days.value) };
    const isDone = await keys.act(async () => {
      const { key } = await call<{ key: string }>(OWN, { method: 'POST', body });
      return [notice('good', say('keys.once')), element('code', { class: 'key' }, key)];
    });
    if (isDone) form.reset();
  });
  return form;
}
