import type { Say, WordKey } from '../../words';
import type { LayerNames } from './names';

const OF_TERMS: Readonly<Record<string, WordKey>> = {
  number: 'agreements.form.number',
  provider: 'agreements.form.provider',
  partner: 'agreements.form.partner',
  contact: 'agreements.form.contact',
  providerContact: 'agreements.form.providerContact',
  purpose: 'agreements.form.purpose',
  'decision.number': 'agreements.form.decisionNumber',
  'decision.date': 'agreements.form.decisionDate',
  from: 'agreements.form.from',
  until: 'agreements.form.until',
  ground: 'agreements.form.ground',
  layers: 'agreements.form.what',
  ratePerMinute: 'agreements.form.ratePerMinute',
  monthlyQuota: 'agreements.form.monthlyQuota',
};

const OF_LAYER: Readonly<Record<string, WordKey>> = {
  type: 'agreements.layer',
  fields: 'agreements.fields',
  rows: 'agreements.form.rows',
  area: 'agreements.form.where',
  ground: 'agreements.form.layerGround',
};

/** What a member of an agreement's terms is called on the page; one the page has no field for keeps its own name. */
export function memberName(path: string, layers: readonly { readonly type: string }[], names: LayerNames, say: Say): string {
  const [, index, member = ''] = /^layers\[(\d+)\]\.?(\w*)/.exec(path) ?? [];
  if (index === undefined) {
    return named(OF_TERMS[path], path, say);
  }
  const type = layers[Number(index)]?.type;
  return `${type === undefined ? index : names.layer(type)}, ${named(OF_LAYER[member], member, say)}`;
}

function named(key: WordKey | undefined, otherwise: string, say: Say): string {
  return key ? say(key) : otherwise;
}
