import { type Desk, isAny } from '../../desk';

/** Whether somebody decides, sends and hands over. */
export function mayAct({ me }: Desk): boolean {
  return isAny(me, 'numbering');
}

/** Whether somebody sees single addresses, with flats and the registry's keys, and may take over a reading that was held back. */
export function mayLook({ me }: Pick<Desk, 'me'>): boolean {
  return isAny(me, 'numbering', 'steward');
}
