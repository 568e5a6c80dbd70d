import { button, element } from '../../../shared/dom';
import { call } from '../../../shared/http';
import { latest } from '../../../shared/latest';
import { notice } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { choice } from '../../parts/choice';
import { reason } from '../../reason';
import type { Names } from './names';
import { API, type Field, type Found } from './types';

const PAUSE_MS = 300;
const NUMBER = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The records another one refers to: those that are chosen, each by its name, and a search that finds more of them. */
export class ReferenceInput {
  readonly search = element('input', { type: 'search', maxlength: '200', autocomplete: 'off', spellcheck: 'false' });
  private ids: readonly string[];
  private readonly chosen = element('ul', { class: 'chosen' });
  private readonly offers = element('ul', { class: 'offers' });
  private readonly kinds: HTMLElement | undefined;
  private readonly asks;
  private type: string;
  private pause: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly desk: Desk,
    private readonly of: Field,
    ids: readonly string[],
    private readonly names: Names,
  ) {
    this.ids = ids;
    this.asks = latest(desk.left);
    this.type = of.target ?? names.all[0]?.name ?? '';
    this.search.addEventListener('input', () => {
      clearTimeout(this.pause);
      this.pause = setTimeout(() => this.look(), PAUSE_MS);
    });
    this.search.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') {
        event.preventDefault(); // the form stays
        clearTimeout(this.pause);
        this.look();
      }
    });
    this.search.placeholder = desk.say('records.reference.search');
    this.chosen.setAttribute('aria-label', desk.say('records.reference.list', { field: of.title[desk.language] }));
    this.kinds = this.kindChoice();
    this.show();
  }

  /** Puts what is chosen before the search, wherever that is, and what it finds after it. */
  gather(): void {
    this.search.before(this.chosen, ...(this.kinds ? [this.kinds] : []));
    this.search.after(this.offers);
  }

  /** The numbers of what is chosen, one to a line. */
  get value(): string {
    return this.ids.join('\n');
  }

  /** Takes a whole number as it was pasted; whether nothing is left that was typed and not chosen. */
  settle(): boolean {
    const words = this.search.value.trim();
    if (NUMBER.test(words)) {
      this.choose(words.toLowerCase());
    }
    return this.search.value.trim() === '';
  }

  /** Of one that may be of several types, which are looked through. */
  private kindChoice(): HTMLElement | undefined {
    if (this.of.target !== null) {
      return undefined;
    }
    const options = this.names.all.map(({ name, title }) => [name, title[this.desk.language]] as const);
    const made = choice(options, this.type, (type) => {
      this.type = type;
      this.look();
    });
    made.setAttribute('aria-label', this.desk.say('records.type'));
    return made;
  }

  private look(): void {
    const words = this.search.value.trim();
    if (words === '') {
      this.empty();
      return;
    }
    const { say } = this.desk;
    void this.asks((cancel) => call<readonly Found[]>(`${API}/${this.type}?${new URLSearchParams({ q: words })}`, { cancel }), {
      show: (found) => {
        this.offers.replaceChildren(
          ...(found.length === 0 ? [element('li', {}, say('records.nothing'))] : found.slice(0, 8).map((one) => this.offer(one))),
        );
        this.desk.announce(say('records.found', { count: found.length }));
      },
      refused: (cause) => this.offers.replaceChildren(element('li', {}, notice('bad', reason(cause, say)))),
    });
  }

  private offer(one: Found): HTMLElement {
    const words = one.names.slice(0, 3).map((name) => name[this.desk.language]);
    return element(
      'li',
      {},
      button(words.length === 0 ? one.id : words.join(' · '), { class: 'small' }, () => {
        this.names.learn(one);
        this.choose(one.id);
        this.desk.announce(this.desk.say('records.reference.chosen', { name: this.names.called(one.id) }));
        this.search.focus();
      }),
    );
  }

  private choose(id: string): void {
    this.ids = this.of.isMany ? [...new Set([...this.ids, id])] : [id];
    this.search.value = '';
    this.empty();
    this.show();
  }

  /** What is still being asked is not answered any more either. */
  private empty(): void {
    clearTimeout(this.pause);
    this.offers.replaceChildren();
    void this.asks(() => Promise.resolve(), { show: () => this.offers.replaceChildren(), refused: () => undefined });
  }

  private show(): void {
    const { say } = this.desk;
    const lines = this.ids.map((id) =>
      element(
        'li',
        {},
        this.names.link(id, this.of.target),
        button(
          say('records.reference.remove'),
          { class: 'small', 'aria-label': say('records.reference.removeNamed', { name: this.names.called(id) }) },
          () => {
            this.ids = this.ids.filter((one) => one !== id);
            this.show();
            this.desk.announce(say('records.reference.removed', { name: this.names.called(id) }));
            this.search.focus();
          },
        ),
      ),
    );
    this.chosen.replaceChildren(...lines);
    this.chosen.hidden = lines.length === 0;
  }
}
