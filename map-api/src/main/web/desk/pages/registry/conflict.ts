import { element } from '../../../shared/dom';
import { notice } from '../../../shared/parts';
import type { Desk } from '../../desk';

/** A disagreement with the address registry as the service tells it. */

export const KINDS = ['C03', 'C04', 'C11', 'C15', 'C16', 'C17', 'C22'] as const;

export const LEVELS = ['street', 'building', 'door', 'unit'] as const;

export type Level = (typeof LEVELS)[number];

/** The records the levels are made of. */
export const TYPES: Readonly<Record<Level, string>> = { street: 'yol', building: 'bina', door: 'numarataj', unit: 'bagimsiz_bolum' };

export interface Here {
  readonly street: string | null;
  readonly door: string | null;
  readonly label: string | null;
  readonly lon: number | null;
  readonly lat: number | null;
}

export interface Conflict {
  readonly number: number;
  /** Another one means that the conflict, or one of its sides, changed. */
  readonly mark: string;
  readonly kind: (typeof KINDS)[number];
  readonly level: Level;
  /** The city's record. */
  readonly object: string | null;
  readonly code: number | null;
  readonly neighbourhood: number;
  readonly mahalle: string | null;
  readonly street: number | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly changedBy: 'local' | 'remote' | 'both' | 'unknown';
  readonly ours: Here;
  readonly theirs: Here;
  readonly refusal: string | null;
}

export interface Decided {
  readonly conflict: number;
  readonly refused: string | null;
}

/** The kinds that are decided in favour of one side; of the others somebody chooses a pair. */
type OneSided = Exclude<Conflict['kind'], 'C16' | 'C17'>;

/** What accepting the registry's or sending ours will do, which is another thing for each kind; undefined where a pair is chosen. */
export function deed(kind: Conflict['kind'], side: 'accept' | 'send'): `registry.do.${'accept' | 'send'}.${OneSided}` | undefined {
  return kind === 'C16' || kind === 'C17' ? undefined : `registry.do.${side}.${kind}`;
}

export const API = '/api/desk/registry';

/** Where it is, as short as people say it. */
export function address(row: Conflict): string {
  const detail = row.detail.label;
  const [mine, told] = Array.isArray(detail) ? detail : [undefined, undefined];
  const street = row.level === 'street' ? undefined : (row.ours.street ?? row.theirs.street);
  const door = row.level === 'door' ? undefined : (row.ours.door ?? row.theirs.door);
  const label = [row.ours.label, mine, row.theirs.label, told, row.code].find((name) => name !== null && name !== undefined && name !== '');
  const parts = [street, door, label].filter((part) => part !== null && part !== undefined && part !== '');
  return parts.length === 0 ? '–' : parts.join(' · ');
}

/** What was decided; a message to the registry goes out only when somebody sends what waits. */
export function decided(
  { say, href }: Pick<Desk, 'say' | 'href'>,
  text: string,
  waits: boolean,
  kind: 'good' | 'note' = 'good',
): HTMLElement {
  const told = notice(kind, text);
  if (!waits) return told;
  told.append(
    ` ${say('registry.decided.waits')} `,
    element('a', { href: href('registry/outbox'), 'data-page': 'registry' }, say('registry.outbox')),
  );
  return told;
}
