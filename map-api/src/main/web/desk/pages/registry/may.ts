import type { Desk } from '../../desk';

/** Whether somebody decides, sends and hands over. */
export function mayAct({ me }: Desk): boolean {
  return me.roles.some((role) => role === 'numbering' || role === 'admin');
}

/** Whether somebody sees single addresses, with flats and the registry's keys, and may take over a reading that was held back. */
export function mayLook(desk: Desk): boolean {
  return mayAct(desk) || desk.me.roles.includes('steward');
}
