import type { Say, WordKey } from '../../words';

const NAMES: Readonly<Record<string, WordKey>> = {
  map: 'thematic.saved',
  type: 'thematic.type',
  value: 'thematic.field',
  normaliser: 'thematic.normaliser',
  filter: 'thematic.filter',
  method: 'thematic.method',
  classes: 'thematic.classes',
  breaks: 'thematic.breaks',
  palette: 'thematic.palette',
  reversed: 'thematic.reversed',
  noData: 'thematic.noData',
  title: 'thematic.title',
  source: 'thematic.source',
  decisionNo: 'thematic.decisionNo',
  decisionDate: 'thematic.decisionDate',
  paper: 'thematic.paper',
};

/** What a member of a definition is called on the page. */
export function memberName(member: string, say: Say): string {
  const key = NAMES[member];
  return key ? say(key) : member;
}
