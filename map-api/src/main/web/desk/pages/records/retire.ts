import { element } from '../../../shared/dom';
import { submitOnce } from '../../../shared/once';
import { field } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { cityDay } from './fields';

/** Ends a record with a day, the last on which it is true. */
export function retirePart({ say }: Desk, retire: (end: string, reason: string) => Promise<void>): HTMLElement {
  const end = element('input', { type: 'date', required: '' });
  end.value = cityDay(new Date().toISOString());
  const reason = element('input', { required: '', maxlength: '500', autocomplete: 'off', pattern: '.*\\S.*' });
  const form = element(
    'form',
    {},
    element('p', {}, say('records.retire.explained')),
    element('div', { class: 'filters' }, field(say('records.retire.end'), end), field(say('records.reason'), reason)),
    element('button', { class: 'secondary' }, say('records.retire')),
  );
  submitOnce(form, () => retire(end.value, reason.value.trim()));
  return element('details', { class: 'panel' }, element('summary', {}, say('records.retire.title')), form);
}
