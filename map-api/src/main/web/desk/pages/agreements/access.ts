import { type Desk, isAny } from '../../desk';

/** Whether who is signed in may change agreements, not only read them. */
export function mayWrite({ me }: Desk): boolean {
  return isAny(me, 'agreements');
}
