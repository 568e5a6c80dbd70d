import { button, element } from '../../../shared/dom';
import { moment } from '../../../shared/format';
import { field, table } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { cityDay } from './fields';
import type { Names } from './names';
import type { Kin, Made, RecordTold, Then, Version } from './types';

/** The versions of a record, and the moments it can be looked at from. */
export function historyParts(record: RecordTold, then: Then, names: Names, desk: Desk, look: (then: Then) => void): Node[] {
  return [lineage(record.kin, names, desk), versions(record.versions, desk, look), thenForm(then, desk, look)].filter(
    (part) => part !== undefined,
  );
}

function versions(all: readonly Version[], { say, language }: Desk, look: (then: Then) => void): HTMLElement {
  const at = (from: string | null): string => (from === null ? '…' : moment(from, language));
  return table(
    say('records.versions', { count: all.length }),
    [
      { title: say('records.version'), isFigure: true, cell: (one: Version) => String(one.number) },
      { title: say('records.known'), cell: (one: Version) => `${at(one.knownFrom)} – ${at(one.knownTo)}` },
      {
        title: say('records.valid'),
        cell: (one: Version) =>
          one.validFrom === null && one.validTo === null ? say('records.always') : `${at(one.validFrom)} – ${at(one.validTo)}`,
      },
      { title: say('records.made'), cell: (one: Version) => made(one, { say, language }) },
      {
        title: say('records.deeds'),
        cell: (one: Version) =>
          button(say('records.look'), { class: 'small', 'data-version': String(one.number) }, () =>
            look({ known: one.knownFrom, valid: momentIn(one) }),
          ),
      },
    ],
    all,
  );
}

/** A moment at which a version is true: as late as it was known, where it can be. */
export function momentIn({ knownFrom, validFrom, validTo }: Version): string {
  if (validFrom !== null && validFrom > knownFrom) {
    return validFrom;
  }
  return validTo !== null && validTo <= knownFrom ? (validFrom ?? new Date(Date.parse(validTo) - 1).toISOString()) : knownFrom;
}

function made({ made: by, ended }: Version, desk: Pick<Desk, 'say' | 'language'>): Node {
  const { say } = desk;
  return element(
    'span',
    {},
    who(by, desk),
    ended ? element('span', { class: 'ended' }, element('br'), `${say('records.ended')}: ${who(ended, desk)}`) : undefined,
  );
}

function who({ by, reason, ofImport }: Made, { say }: Pick<Desk, 'say' | 'language'>): string {
  return [say(ofImport ? 'records.import' : 'records.person'), by, reason].filter((part) => part !== null).join(' · ');
}

function thenForm(then: Then, { say }: Desk, look: (then: Then) => void): HTMLElement {
  const known = element('input', { type: 'date' });
  known.value = cityDay(then.known);
  const valid = element('input', { type: 'date' });
  valid.value = cityDay(then.valid);
  const form = element(
    'form',
    { class: 'panel' },
    element('h2', {}, say('records.then')),
    element(
      'div',
      { class: 'filters' },
      field(say('records.then.known'), known),
      field(say('records.then.valid'), valid, say('records.then.hint')),
    ),
    element('button', { class: 'secondary' }, say('records.look')),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    look({ known: known.value, valid: valid.value });
  });
  return form;
}

function lineage(kin: readonly Kin[], names: Names, { say }: Desk): HTMLElement | undefined {
  if (kin.length === 0) {
    return undefined;
  }
  const list = (isLater: boolean, title: string): HTMLElement | undefined => {
    const those = kin.filter((one) => one.isLater === isLater);
    const lines = those.map((one) => element('li', {}, `${say(`records.how.${one.how}`)}: `, names.link(one.id, one.type)));
    return those.length === 0 ? undefined : element('div', {}, element('h3', {}, title), element('ul', {}, ...lines));
  };
  return element(
    'section',
    { class: 'panel lineage' },
    element('h2', {}, say('records.lineage')),
    list(false, say('records.lineage.from')),
    list(true, say('records.lineage.became')),
  );
}
