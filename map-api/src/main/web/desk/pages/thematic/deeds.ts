import { button, element } from '../../../shared/dom';
import { field } from '../../parts';
import type { Desk } from '../../desk';
import { choice } from './choice';
import type { Definition, Saved } from './definition';
import { keyed } from './focus';
import { handoverLine } from './handover';

const API = '/api/desk/thematic';
const PAPERS = ['a4-landscape', 'a4-portrait', 'a3-landscape', 'a3-portrait'];

/** What the editor does when asked. */
export interface Actions {
  keep(): void;
  become(state: unknown): void;
}

/** What can be done with the map that is looked at: keep it, print it, share it, publish it. */
export function deeds(desk: Desk, definition: Definition, kept: Saved | undefined, actions: Actions): HTMLElement {
  const { say } = desk;
  const paper = choice(PAPERS.map((one) => [one, one.toUpperCase().replace('-LANDSCAPE', ` ${say('thematic.landscape')}`).replace('-PORTRAIT', ` ${say('thematic.portrait')}`)]), 'a4-landscape', () => undefined);
  paper.setAttribute('aria-label', say('thematic.paper'));
  const print = button(say('thematic.pdf'), { class: 'secondary' }, () => {
    const query = `paper=${paper.value}&lang=${desk.language}`;
    const whole = kept && kept.state !== 'private' ? `/api/thematic/${kept.id}/pdf?${query}` : `${API}/preview/pdf?${query}&map=${encodeURIComponent(JSON.stringify(definition))}`;
    window.open(whole, '_blank', 'noopener');
  });
  const keep = keyed('keep', button(kept ? say('thematic.saveChanges') : say('thematic.save'), { class: 'primary' }, () => actions.keep()));
  const deeds = [keep, paper, print];
  const made = element('div', { class: 'deeds' }, ...deeds);
  if (kept) {
    made.append(...deedsOf(desk, kept, actions), handoverLine(desk));
  }
  return made;
}

function deedsOf(desk: Desk, kept: Saved, actions: Actions): HTMLElement[] {
  const { say } = desk;
  const decision = element('input', { type: 'text', placeholder: '2026/112' });
  const date = element('input', { type: 'date' });
  const link = `${location.origin}/wms?LAYERS=theme:${kept.id}`;
  const share = kept.state === 'private' ? [button(say('thematic.share'), { class: 'secondary' }, () => actions.become({ state: 'shared' }))] : [];
  const publish = kept.state === 'published'
    ? [element('p', {}, say('thematic.layer', { name: `theme:${kept.id}`, address: link }))]
    : [element('div', { class: 'publish' }, field(say('thematic.decisionNo'), decision), field(say('thematic.decisionDate'), date), button(say('thematic.publish'), { class: 'secondary' }, () => actions.become({ state: 'published', decisionNo: decision.value, decisionDate: date.value })))];
  const open = kept.state === 'private' ? [] : [element('p', {}, element('a', { href: `/tematik/${kept.id}?lang=${desk.language}`, target: '_blank', rel: 'noopener' }, say('thematic.link')))];
  return [...share, ...publish, ...open];
}
