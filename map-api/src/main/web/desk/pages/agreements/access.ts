import type { Desk } from '../../desk';

/** Whether who is signed in may change agreements, not only read them. */
export function mayWrite({ me }: Desk): boolean {
  return me.roles.includes('agreements') || me.roles.includes('admin');
}
