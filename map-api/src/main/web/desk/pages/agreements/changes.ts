import { day, number } from '../../../shared/format';
import type { Desk } from '../../desk';
import { isSameArea } from './areaChoice';
import type { LayerNames } from './names';
import type { Area, Share, Terms } from './types';

type Words = Pick<Desk, 'say' | 'language'>;
type Line = readonly [name: string, text: string];

/** The terms of an agreement for people, but for its layers: what each is called, and what it says. */
export function lines(terms: Terms, { say, language }: Words): Line[] {
  return [
    [say('agreements.form.provider'), terms.provider],
    [say('agreements.partner'), terms.partner],
    [say('agreements.form.contact'), terms.contact],
    [say('agreements.form.providerContact'), terms.providerContact ?? ''],
    [say('agreements.purpose'), terms.purpose],
    [say('agreements.decision'), `${terms.decision.number}, ${day(terms.decision.date, language)}`],
    [say('agreements.term'), `${day(terms.from, language)} – ${day(terms.until, language)}`],
    [say('agreements.form.ground'), terms.ground ?? ''],
    [say('agreements.releases'), say(terms.releases.includes('superseded') ? 'agreements.releases.all' : 'agreements.releases.published')],
    [say('agreements.form.ratePerMinute'), number(terms.ratePerMinute, language)],
    [say('agreements.form.monthlyQuota'), number(terms.monthlyQuota, language)],
  ];
}

/** What a version says otherwise than the one before it, a line each. */
export function changes(before: Terms, after: Terms, names: LayerNames, words: Words): string[] {
  const { say } = words;
  const old = lines(before, words);
  const terms = lines(after, words).flatMap(([name, text], i) => turned(name, old[i]?.[1] ?? '', text));
  const layers = after.layers.flatMap((share) => {
    const known = before.layers.find(({ type }) => type === share.type);
    const title = names.layer(share.type);
    return known
      ? ofLayer(known, share, names, words).map((text) => `${title}: ${text}`)
      : [say('agreements.changed.layer', { layer: title, fields: names.fields(share.type, share.fields) })];
  });
  const ended = before.layers.filter(({ type }) => !after.layers.some((share) => share.type === type));
  return [...terms, ...layers, ...ended.map(({ type }) => say('agreements.changed.noLayer', { layer: names.layer(type) }))];
}

function ofLayer(before: Share, after: Share, names: LayerNames, { say }: Words): string[] {
  const more = after.fields.filter((name) => !before.fields.includes(name));
  const less = before.fields.filter((name) => !after.fields.includes(name));
  return [
    ...(more.length > 0 ? [say('agreements.changed.more', { fields: names.fields(after.type, more) })] : []),
    ...(less.length > 0 ? [say('agreements.changed.less', { fields: names.fields(after.type, less) })] : []),
    ...turned(say('agreements.rows'), before.rows ?? '', after.rows ?? ''),
    ...ofArea(before.area, after.area, say),
    ...turned(say('agreements.ground'), before.ground ?? '', after.ground ?? ''),
  ];
}

function ofArea(before: Area | undefined, after: Area | undefined, say: Words['say']): string[] {
  if (isSameArea(before, after)) {
    return [];
  }
  if (!after) {
    return [say('agreements.changed.noArea')];
  }
  const isSameShape = before !== undefined && isSameArea({ ...before, policy: after.policy }, after);
  return [say(isSameShape ? 'agreements.changed.policy' : 'agreements.changed.area', { policy: say(`agreements.policy.${after.policy}`) })];
}

function turned(name: string, before: string, after: string): string[] {
  return before === after ? [] : [`${name}: ${before || '–'} → ${after || '–'}`];
}
