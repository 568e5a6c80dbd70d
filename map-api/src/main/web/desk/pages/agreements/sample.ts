import { element } from '../../../shared/dom';
import { number } from '../../../shared/format';
import { notice, table } from '../../../shared/parts';
import type { Desk } from '../../desk';
import type { LayerNames } from './names';
import type { Sample, Terms } from './types';

/** Told instead of a value the partner would see and the manager does not. */
const THERE_IS_ONE = '•••';

/** What a dry run told of one layer. */
export function sampled(sample: Sample, terms: Terms, names: LayerNames, { say, language }: Desk): HTMLElement[] {
  const isUnlimited = terms.layers.some((share) => share.area) && !names.hasPlace(sample.type);
  const layer = names.layer(sample.type);
  const seen =
    sample.features === null
      ? say('agreements.sample.withheld', { layer })
      : say('agreements.sample', { layer, count: number(sample.features, language), all: number(sample.of, language) });
  return [
    notice('note', isUnlimited ? `${seen} ${say('agreements.form.noPlace')}` : seen),
    ...(sample.rows.length > 0 ? [rows(sample, names)] : []),
    ...(sample.rows.some((row) => Object.values(row).includes(THERE_IS_ONE)) ? [element('p', {}, say('agreements.sample.hidden'))] : []),
  ];
}

function rows(sample: Sample, titles: LayerNames): HTMLElement {
  const names = Object.keys(sample.rows[0] ?? {});
  const columns = names.map((name) => ({
    title: titles.field(sample.type, name),
    cell: (row: Sample['rows'][number]) => row[name] ?? '–',
  }));
  return table(titles.layer(sample.type), columns, sample.rows);
}
