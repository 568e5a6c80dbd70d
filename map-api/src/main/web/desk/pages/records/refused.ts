import { Refusal } from '../../../shared/http';
import { reason } from '../../reason';
import type { Say } from '../../words';

/** What was refused, with the shape called as the page calls it. */
export function refused(cause: unknown, say: Say): string {
  return reason(cause, say, (parameter) => (parameter === 'geometry' ? say('records.shape') : parameter));
}

/** One fault of a shape, as it is told with others. */
export function shapeFault(detail: string, say: Say): string {
  return refused(new Refusal(400, '', [{ parameter: 'geometry', detail }]), say);
}
