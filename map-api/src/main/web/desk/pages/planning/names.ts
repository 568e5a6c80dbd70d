import type { Say, WordKey } from '../../words';

const NAMES: Readonly<Record<string, WordKey>> = {
  type: 'planning.type',
  filter: 'planning.filter',
  breakdown: 'planning.breakdown',
  rule: 'planning.rule',
  areas: 'planning.areas',
  neighbourhoods: 'planning.areas',
  'facilities.type': 'planning.type',
  'facilities.attribute': 'planning.kind',
  'facilities.code': 'planning.kind',
  'facilities.filter': 'planning.filter',
  facilities: 'planning.to',
  point: 'planning.point',
  minutes: 'planning.minutes',
  speed: 'planning.speed',
  snap: 'planning.snap',
};

/** What a member of a question is called on the page; one the page has no field for keeps its own name. */
export function memberName(member: string, say: Say): string {
  const key = NAMES[member.replace(/\[\d+\].*$/, '')];
  return key ? say(key) : member;
}
