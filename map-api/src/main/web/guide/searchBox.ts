import './searchBox.css';
import { button, element } from '../shared/dom';
import type { MessageKey, Messages } from '../shared/messages';
import type { Hit } from './places';
import { signOf } from './signs';

/** What the search box asks of the page. */
interface SearchHost {
  suggest(text: string, cancel: AbortSignal): Promise<readonly Hit[]>;
  choose(hit: Hit): void;
  submit(text: string): void;
  announce(text: string): void;
}

export interface SearchBox {
  readonly root: HTMLElement;
  /** Writes what the address says into the box. */
  set(text: string): void;
  focus(): void;
}

const PAUSE_MS = 120;

/** One box for everything: an editable combobox with a listbox (ARIA APG), where arrows choose and Enter opens. */
export function searchBox(say: Messages, host: SearchHost): SearchBox {
  return new Box(say, host);
}

class Box implements SearchBox {
  readonly root: HTMLElement;
  private readonly input: HTMLInputElement;
  private readonly list: HTMLElement;
  private readonly clear: HTMLButtonElement;
  private hits: readonly Hit[] = [];
  private active = -1;
  private pending = new AbortController();
  private timer = 0;

  constructor(
    private readonly say: Messages,
    private readonly host: SearchHost,
  ) {
    this.input = element('input', {
      id: 'search',
      type: 'text',
      name: 'q',
      role: 'combobox',
      autocomplete: 'off',
      spellcheck: 'false',
      maxlength: '200',
      enterkeyhint: 'search',
      placeholder: say('search.placeholder'),
      'aria-expanded': 'false',
      'aria-autocomplete': 'list',
      'aria-controls': 'suggestions',
    });
    this.list = element('ul', { id: 'suggestions', role: 'listbox', 'aria-label': say('search.suggestions'), hidden: '' });
    this.clear = button('×', { class: 'search-clear', 'aria-label': say('search.clear'), hidden: '' }, () => this.empty());
    const go = element('button', { type: 'submit', class: 'search-go', 'aria-label': say('search.go') }, signOf('search'));
    this.root = element(
      'form',
      { class: 'search', role: 'search', action: '/' },
      element('label', { class: 'only-heard', for: 'search' }, say('search.label')),
      this.input,
      this.clear,
      go,
      this.list,
    );
    this.listen();
  }

  set(text: string): void {
    if (document.activeElement !== this.input) {
      this.input.value = text;
    }
    this.clear.hidden = this.input.value === '';
    this.close();
  }

  focus(): void {
    this.input.focus();
  }

  private listen(): void {
    this.root.addEventListener('submit', (event) => {
      event.preventDefault();
      this.open(this.active);
    });
    this.input.addEventListener('input', () => this.later());
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.input.addEventListener('blur', () => window.setTimeout(() => this.close(), 150));
    this.list.addEventListener('mousedown', (event) => event.preventDefault());
    this.list.addEventListener('click', (event) => {
      const option = (event.target as HTMLElement).closest('[role=option]');
      this.open(option ? [...this.list.children].indexOf(option) : -1);
    });
  }

  private key(event: KeyboardEvent): void {
    const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    if (event.key === 'Escape') {
      event.stopPropagation();
      if (this.list.hidden) {
        this.empty();
      } else {
        this.close();
      }
    } else if (move !== undefined && this.hits.length > 0) {
      event.preventDefault();
      const count = this.hits.length;
      this.mark(
        this.list.hidden ? (move > 0 ? 0 : count - 1) : (this.active + move + count + (this.active < 0 && move < 0 ? 1 : 0)) % count,
      );
    }
  }

  private later(): void {
    this.clear.hidden = this.input.value === '';
    window.clearTimeout(this.timer);
    this.pending.abort();
    this.unmark(); // what is chosen is a suggestion of the text before
    const text = this.input.value.trim();
    if (text === '') {
      this.show([]);
    } else {
      this.timer = window.setTimeout(() => void this.ask(text), PAUSE_MS);
    }
  }

  private async ask(text: string): Promise<void> {
    const own = new AbortController();
    this.pending = own;
    try {
      this.show(await this.host.suggest(text, own.signal));
    } catch {
      if (!own.signal.aborted) {
        this.show([], 'search.suggestFailed');
      }
    }
  }

  private show(hits: readonly Hit[], none: MessageKey = 'search.noSuggestion'): void {
    this.hits = hits;
    this.unmark();
    this.list.replaceChildren(...hits.map((hit, i) => option(hit, i)));
    this.expand(hits.length > 0 && document.activeElement === this.input);
    if (document.activeElement === this.input && this.input.value.trim() !== '') {
      this.host.announce(hits.length > 0 ? this.say('search.count', { count: hits.length }) : this.say(none));
    }
  }

  private mark(index: number): void {
    this.expand(true);
    this.active = index;
    for (const [i, child] of [...this.list.children].entries()) {
      child.setAttribute('aria-selected', String(i === index));
    }
    const chosen = this.list.children[index];
    if (chosen) {
      this.input.setAttribute('aria-activedescendant', chosen.id);
      chosen.scrollIntoView({ block: 'nearest' });
    }
  }

  private open(index: number): void {
    window.clearTimeout(this.timer);
    this.pending.abort();
    this.close();
    const hit = this.hits[index];
    const text = this.input.value.trim();
    if (hit) {
      this.input.value = hit.title;
      this.host.choose(hit);
    } else if (text !== '') {
      this.host.submit(text);
    }
  }

  private empty(): void {
    this.input.value = '';
    this.later();
    this.input.focus();
  }

  private close(): void {
    this.expand(false);
    this.unmark();
  }

  private unmark(): void {
    this.active = -1;
    this.input.removeAttribute('aria-activedescendant');
    this.list.querySelector('[aria-selected=true]')?.setAttribute('aria-selected', 'false');
  }

  private expand(open: boolean): void {
    this.list.hidden = !open;
    this.input.setAttribute('aria-expanded', String(open));
  }
}

function option(hit: Hit, index: number): HTMLElement {
  return element(
    'li',
    { role: 'option', id: `suggestion-${index}`, 'aria-selected': 'false' },
    signOf(hit.sort === 'place' ? hit.group || hit.code : hit.sort),
    element(
      'span',
      { class: 'hit-text' },
      element('span', { class: 'hit-title' }, hit.title),
      element('span', { class: 'hit-where' }, [hit.kind, hit.where].filter((text) => text !== '').join(' · ')),
    ),
  );
}
