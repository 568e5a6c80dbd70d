import { element } from '../../../shared/dom';
import { pathOf } from './types';

/** Leads to the page of a record. */
export function recordLink(type: string, id: string, text: string): HTMLElement {
  return element('a', { href: `/desk/${pathOf(type, id)}${location.search}`, 'data-page': 'records' }, text);
}
