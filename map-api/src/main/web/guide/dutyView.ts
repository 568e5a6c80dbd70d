import { element } from '../shared/dom';
import { nearMoment } from '../shared/format';
import type { Messages } from '../shared/messages';
import type { Duty, Hit, Turn } from './places';
import { hitLink, locateRow } from './resultsView';
import { type Desk, heading } from './views';

/** Who is on duty, or who is next; `from` says where the distances begin. */
export function dutyView(desk: Desk, duty: Duty, from: string, locate?: () => void): Node[] {
  const { say } = desk;
  const isNow = duty.onDuty.length > 0;
  const all = isNow ? duty.onDuty : duty.next;
  const note = dutyNote(duty, say);
  return [
    ...heading(say('duty.title')),
    element('p', isNow ? { class: 'quiet' } : {}, isNow ? `${note} ${from}` : note),
    ...(isNow || from === '' ? [] : [element('p', { class: 'quiet' }, from)]),
    ...locateRow(desk, all.length > 1 ? locate : undefined),
    turns(desk, all, isNow ? untilText : spanText),
  ];
}

/** Whether somebody is on duty, in a sentence. */
export function dutyNote({ onDuty, next }: Duty, say: Messages): string {
  return onDuty.length > 0 ? say('duty.now', { count: onDuty.length }) : say(next.length > 0 ? 'duty.later' : 'duty.unknown');
}

/** The moment from which on that is another, in milliseconds: a turn ends, or the next one begins. */
export function dutyEnd({ onDuty, next }: Duty): number {
  return Math.min(...onDuty.map(({ until }) => Date.parse(until)), ...next.map(({ from }) => Date.parse(from)));
}

function turns(desk: Desk, all: readonly Turn[], text: (desk: Desk, turn: Turn) => string): HTMLElement {
  return element(
    'ol',
    { class: 'hits' },
    ...all.map((turn, i) =>
      element(
        'li',
        {},
        hitLink(desk, onDuty(turn), i + 1),
        element(
          'p',
          { class: 'turn' },
          element('span', {}, text(desk, turn)),
          ...(turn.phone ? [element('a', { href: `tel:${turn.phone.replace(/[^+\d]/g, '')}` }, turn.phone)] : []),
        ),
      ),
    ),
  );
}

function untilText(desk: Desk, { until }: Turn): string {
  return desk.say('duty.until', { time: nearMoment(until, desk.language) });
}

function spanText(desk: Desk, { from, until }: Turn): string {
  return `${nearMoment(from, desk.language)} – ${nearMoment(until, desk.language)}`;
}

/** With its street in place of what all of them are; its usual hours say nothing while it is on duty. */
function onDuty({ pharmacy: { open: _, ...hit }, address }: Turn): Hit {
  return address === undefined ? hit : { ...hit, kind: '', where: address };
}
