import type { Found, Spot } from './places';

/** Where the distances of a list begin, and whether that is where the reader is. */
export interface Origin extends Spot {
  readonly own: boolean;
}

const OWN = 'own';

/** What a step of the history keeps; the reader's own position is never written there. */
interface Step {
  readonly asked?: typeof OWN | Spot;
}

/** Keeps with each step of the history where its list was asked from: going back shows the list that was left, although the map has moved. */
export class Origins {
  private own: Spot | undefined;

  constructor(private readonly middle: () => Spot) {}

  /** Where the list of this step begins: where it began before, else at the reader, else in the middle of the map. */
  now(): Origin {
    const { own } = this;
    const { asked } = step();
    const from = asked === undefined || (asked === OWN && !own) ? (own ? OWN : this.middle()) : asked;
    keep(from);
    return from === OWN ? { ...(own ?? this.middle()), own: true } : { ...from, own: false };
  }

  /** From now on lists begin here, the one of this step too. */
  use(own: Spot): void {
    this.own = own;
    keep(OWN);
  }
}

/**
 * What was found, without distances that say nothing: from where the map stood before it moved to the one that was named. From the reader, or from a
 * place the text names, they are told.
 */
export function measured(found: Found, { own }: Origin): Found {
  const { understood, results } = found;
  const isNamed = understood === 'address' || understood === 'parcel' || (understood === 'words' && results.length === 1);
  return isNamed && !own ? { ...found, results: results.map(({ distance: _, ...hit }) => hit) } : found;
}

function step(): Step {
  return (history.state as Step | null) ?? {};
}

function keep(asked: typeof OWN | Spot): void {
  history.replaceState({ ...step(), asked }, '');
}
