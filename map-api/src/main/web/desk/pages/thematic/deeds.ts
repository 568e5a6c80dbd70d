import { button, element } from '../../../shared/dom';
import { keepingFocus, keyed } from '../../../shared/focus';
import { field, notice } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { isSure } from '../../parts/ask';
import { choice } from '../../parts/choice';
import type { Definition, Preview, Saved } from './definition';
import { handoverLine } from './handover';
import { isSame, type OpenMap, openPart, type Side } from './open';

const API = '/api/desk/thematic';
const PAPERS = ['a4-landscape', 'a4-portrait', 'a3-landscape', 'a3-portrait'];

/** What the editor does when asked. */
export interface Actions {
  keep(): void;
  become(state: unknown): void;
  remove(): void;
  /** Shows the map as the planner or as everybody sees it. */
  look(side: Side): void;
}

/** How the map that is looked at stands to what is kept of it. */
interface Standing {
  readonly definition: Definition;
  readonly kept: Saved | undefined;
  /** What is on the screen is not what is kept. */
  readonly isChanged: boolean;
  readonly own: Preview['legend'];
  readonly open: OpenMap | undefined;
  /** Whose view legend and map show. */
  readonly side: Side;
}

/** Whether one need not be of the house to see it. */
const isOpen = ({ state }: Saved): boolean => state === 'shared' || state === 'published';

/** What can be done with the map that is looked at: keep it, print it, share it, publish it, take it back. */
export class Deeds {
  readonly element: HTMLElement;
  private readonly saving: HTMLButtonElement;
  private readonly unsaved: HTMLElement;
  private readonly open = element('div', {});
  private readonly more = element('div', { class: 'deeds' });
  private standing: Standing | undefined;
  private offered = '';

  constructor(
    private readonly desk: Desk,
    private readonly actions: Actions,
  ) {
    const { say } = desk;
    this.saving = keyed(
      'keep',
      button(say('thematic.save'), { class: 'primary' }, () => actions.keep()),
    );
    this.unsaved = element('p', { class: 'hint', hidden: '' }, say('thematic.unsaved'));
    this.element = element(
      'div',
      { role: 'group', tabindex: '-1', 'aria-label': say('thematic.deeds') },
      element('div', { class: 'deeds' }, this.saving, ...this.printing()),
      this.unsaved,
      this.open,
      this.more,
    );
  }

  show(standing: Standing): void {
    const { kept, isChanged, open, own, side } = standing;
    this.standing = standing;
    this.saving.textContent = this.desk.say(!kept ? 'thematic.save' : kept.mine ? 'thematic.saveChanges' : 'thematic.saveCopy');
    this.unsaved.hidden = !kept?.mine || !isChanged;
    const parts = kept && open ? [openPart(open, own, side, this.desk, (chosen) => this.actions.look(chosen))] : [];
    keepingFocus(this.open, () => this.open.replaceChildren(...parts));
    this.offer(kept);
    const isSeen = open?.preview !== undefined && (side === 'open' || isSame(open, own)); // what is decided on has been looked at
    const isReady = !isChanged && isSeen;
    for (const one of this.more.querySelectorAll<HTMLButtonElement>('[data-opens]')) {
      one.disabled = !isReady;
    }
  }

  /** Made anew only when other things can be done, so that nothing typed there is lost. */
  private offer(kept: Saved | undefined): void {
    const key = `${kept?.id ?? ''} ${kept?.state ?? ''}`;
    if (this.offered !== key) {
      this.offered = key;
      keepingFocus(
        this.element,
        () => this.more.replaceChildren(...(kept ? [...this.deedsOf(kept), handoverLine(this.desk)] : [])),
        this.element,
      );
    }
  }

  private printing(): HTMLElement[] {
    const { say, language } = this.desk;
    const words = (paper: string): string =>
      paper
        .toUpperCase()
        .replace('-LANDSCAPE', ` ${say('thematic.landscape')}`)
        .replace('-PORTRAIT', ` ${say('thematic.portrait')}`);
    const paper = choice(
      PAPERS.map((one) => [one, words(one)]),
      'a4-landscape',
      () => undefined,
    );
    paper.setAttribute('aria-label', say('thematic.paper'));
    const print = button(say('thematic.pdf'), { class: 'secondary' }, () =>
      window.open(this.sheet(`paper=${paper.value}&lang=${language}`), '_blank', 'noopener'),
    );
    return [paper, print];
  }

  /** What is on the screen; with its decision where it is the very map that was decided on, as everybody sees it. */
  private sheet(query: string): string {
    const { kept, isChanged, definition, side, open, own } = this.standing ?? {};
    const isOpen = side === 'open' && open?.preview !== undefined;
    if (kept?.state === 'published' && !isChanged && own && (isOpen || isSame(open, own))) {
      return `/api/thematic/${kept.id}/pdf?${query}`;
    }
    return `${API}/preview/${isOpen ? 'open/' : ''}pdf?${query}&map=${encodeURIComponent(JSON.stringify(definition))}`;
  }

  private deedsOf(kept: Saved): HTMLElement[] {
    if (!kept.mine) {
      return [notice('note', this.desk.say('thematic.others', { owner: kept.owner })), this.links(kept)];
    }
    return [
      ...(kept.state === 'private' ? [this.sharing('staff')] : []),
      ...(isOpen(kept) ? [] : [this.sharing('shared')]),
      kept.state === 'published' ? this.layer(kept) : this.publishing(),
      ...(kept.state === 'private' ? [] : [this.links(kept), this.closing(kept)]),
      this.removing(kept),
    ];
  }

  /** What everybody gets to see has been looked at before; staff see it as their own roles let them. */
  private sharing(state: 'staff' | 'shared'): HTMLElement {
    const opens: Record<string, string> = state === 'shared' ? { 'data-opens': '' } : {};
    return button(this.desk.say(`thematic.share.${state}`), { class: 'secondary', ...opens }, () => this.actions.become({ state }));
  }

  private publishing(): HTMLElement {
    const { say } = this.desk;
    const number = element('input', { type: 'text', placeholder: '2026/112' });
    const date = element('input', { type: 'date' });
    const publish = button(say('thematic.publish'), { class: 'secondary', 'data-opens': '' }, () =>
      this.actions.become({ state: 'published', decisionNo: number.value, decisionDate: date.value }),
    );
    return element(
      'div',
      { class: 'publish' },
      field(say('thematic.decisionNo'), number),
      field(say('thematic.decisionDate'), date),
      publish,
    );
  }

  private layer(kept: Saved): HTMLElement {
    return notice('note', this.desk.say('thematic.layer', { name: `theme:${kept.id}`, address: `${location.origin}/wms` }));
  }

  private links(kept: Saved): HTMLElement {
    const { say, language } = this.desk;
    const link = (address: string, text: string): HTMLElement => element('a', { href: address, target: '_blank', rel: 'noopener' }, text);
    if (!isOpen(kept)) {
      return element('p', {}, link(`/desk/maps/${kept.id}?lang=${language}`, say('thematic.link.staff')));
    }
    return element(
      'p',
      {},
      link(`/tematik/${kept.id}?lang=${language}`, say('thematic.link')),
      ' · ',
      link(`/api/thematic/${kept.id}/sld?lang=${language}`, say('thematic.sld')),
    );
  }

  private closing(kept: Saved): HTMLElement {
    const { say } = this.desk;
    const text = isOpen(kept)
      ? say(kept.state === 'published' ? 'thematic.close.published' : 'thematic.close.shared', { number: kept.decisionNo ?? '' })
      : say('thematic.close.staff');
    return this.sure(say('thematic.close'), text, () => this.actions.become({ state: 'private' }));
  }

  private removing(kept: Saved): HTMLElement {
    const { say } = this.desk;
    return this.sure(say('thematic.remove'), say(kept.state === 'private' ? 'thematic.remove.text' : 'thematic.remove.open'), () =>
      this.actions.remove(),
    );
  }

  /** A button whose deed is asked about first. */
  private sure(verb: string, text: string, deed: () => void): HTMLElement {
    return button(
      verb,
      { class: 'secondary' },
      () =>
        void isSure(this.desk, { title: `${verb}?`, explained: text, yes: verb, no: this.desk.say('thematic.leave') }).then(
          (sure) => sure && deed(),
        ),
    );
  }
}
