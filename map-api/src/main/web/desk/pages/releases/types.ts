/** Releases as the service tells them. */

export interface Text {
  readonly tr: string;
  readonly en: string;
}

export interface Release {
  readonly number: number;
  readonly state: 'served' | 'published' | 'withdrawn' | 'draft' | 'dropped';
  readonly note: string | null;
  readonly createdAt: string;
  readonly publishedAt: string | null;
  readonly features: number;
}

/** The bodies that approve, weakest first. */
export const BODIES = ['operational', 'directorate', 'council'] as const;

type Body = (typeof BODIES)[number];

/** A theme of the city's model. */
export interface NamedTheme {
  readonly name: string;
  readonly title: Text;
}

export interface Theme extends NamedTheme {
  readonly needs: Body;
  readonly rows: number;
  readonly served: number;
  /** Against the release in force; null where that is not known. */
  readonly difference: { readonly added: number; readonly changed: number; readonly gone: number } | null;
  readonly decision: { readonly body: Body; readonly number: string; readonly date: string; readonly person: string } | null;
}

export interface Rule {
  readonly id: string;
  readonly severity: 'blocker' | 'error' | 'warning';
  readonly found: number;
  /** How many of them can be looked at. */
  readonly kept: number;
  readonly title: Text;
  readonly hint: Text;
  readonly accepted: { readonly reason: string; readonly person: string; readonly at: string } | null;
  /** Why somebody answered for this rule in a release before. */
  readonly earlier: string | null;
}

export interface Draft {
  readonly number: number;
  readonly note: string | null;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly checkedAt: string | null;
  readonly themes: readonly Theme[];
  readonly rules: readonly Rule[];
}

/** The long step under way, or the last one. */
export interface Run {
  readonly state: 'idle' | 'waiting' | 'running' | 'done' | 'failed';
  readonly what: 'draft' | 'check' | 'publish' | null;
  readonly step: number;
  readonly done: number;
  readonly all: number;
  readonly message: string;
}

export interface Now {
  readonly run: Run;
  readonly draft: Draft | null;
  /** What a new draft may be made of. */
  readonly themes: readonly NamedTheme[];
}

export const API = '/api/desk/releases';

/** Whether somebody must answer for what a rule found, or mend it, before anything is approved. */
export function isOpen(rule: Rule): boolean {
  return rule.found > 0 && (rule.severity === 'blocker' || (rule.severity === 'error' && rule.accepted === null));
}
