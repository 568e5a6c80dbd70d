import type { Language } from '../../../shared/messages';
import { recordLink } from './link';
import type { Found, Named, RecordType, Text } from './types';

/** What other records are called, by their number; whoever is chosen on the way is learnt. */
export class Names {
  private readonly known = new Map<string, Named>();

  constructor(
    private readonly types: readonly RecordType[],
    private readonly language: Language,
    others: readonly Named[] = [],
  ) {
    for (const one of others) {
      this.known.set(one.id, one);
    }
  }

  learn({ type, id, names }: Found): void {
    this.known.set(id, { type, id, name: names[0] ?? null });
  }

  typeTitle(type: string): string {
    return this.types.find(({ name }) => name === type)?.title[this.language] ?? type;
  }

  /** Types whose records can be looked for. */
  get all(): readonly RecordType[] {
    return this.types;
  }

  /** Its name with its type; of one that has none, its type and the beginning of its number. */
  called(id: string): string {
    const one = this.known.get(id);
    return one ? `${textOf(one.name, this.language) ?? short(id)} (${this.typeTitle(one.type)})` : short(id);
  }

  /** Leads to it, where it is known of which type it is. */
  link(id: string, type: string | null): Node {
    const where = this.known.get(id)?.type ?? type;
    return where === null ? document.createTextNode(this.called(id)) : recordLink(where, id, this.called(id));
  }
}

export function textOf(text: Text | null | undefined, language: Language): string | undefined {
  return text?.[language];
}

function short(id: string): string {
  return `${id.slice(0, 8)}…`;
}
