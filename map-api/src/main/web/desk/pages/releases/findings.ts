import type { Feature, Geometry } from 'geojson';
import { boundsOf, cornersOf } from '../../../shared/bounds';
import { button, element } from '../../../shared/dom';
import { keepingFocus } from '../../../shared/focus';
import { number } from '../../../shared/format';
import { call } from '../../../shared/http';
import { type Latest, latest } from '../../../shared/latest';
import { notice, table } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { reason } from '../../reason';
import { type Layer, Overlay } from '../planning/overlay';
import { recordLink } from '../records/link';
import type { Rule, Text } from './types';

interface Finding {
  readonly number: number;
  readonly type: string;
  readonly title: Text | null;
  readonly tucbsNo: string | null;
  readonly detail: string | null;
  /** Whether the object is another by now than the draft has it. */
  readonly changed: boolean;
  readonly place: Geometry | null;
}

/** What is looked at: a rule of the draft of that number. */
export interface Looked {
  readonly draft: number;
  readonly rule: Pick<Rule, 'id' | 'found' | 'kept' | 'hint'>;
}

interface Page {
  readonly findings: readonly Finding[];
  readonly more: boolean;
}

const COLOUR = '#a5182c';
const LAYERS: readonly Layer[] = [
  { type: 'fill', paint: { 'fill-color': COLOUR, 'fill-opacity': 0.35 } },
  { type: 'line', paint: { 'line-color': COLOUR, 'line-width': 2.5 } },
  {
    type: 'circle',
    filter: ['==', ['geometry-type'], 'Point'],
    paint: { 'circle-color': COLOUR, 'circle-radius': 6, 'circle-stroke-color': '#fff', 'circle-stroke-width': 2 },
  },
];

/** Of a rule that found very much, that not all of it is here. */
function cut({ found, kept }: Looked['rule'], { say, language }: Desk): HTMLElement[] {
  const told = { kept: number(kept, language), found: number(found, language) };
  return kept < found ? [notice('note', say('releases.findings.cut', told))] : [];
}

/** What a rule found, page by page, each with its place on the shell's map. */
export class FindingsView {
  readonly root = element('section', { class: 'findings' });
  private readonly asked: Latest;
  private overlay: Overlay | undefined;

  /** @param address where the findings of a draft are asked for */
  constructor(
    private readonly desk: Desk,
    private readonly address: (draft: number) => string,
  ) {
    this.asked = latest(desk.left);
  }

  async open(looked: Looked): Promise<void> {
    await this.show(looked, [0]);
    this.root.querySelector('h3')?.focus();
  }

  leave(): void {
    this.overlay?.clear();
  }

  /** @param from after which number each page so far began; the last one is shown */
  private async show(looked: Looked, from: readonly number[]): Promise<void> {
    const after = from.at(-1) ?? 0;
    const address = `${this.address(looked.draft)}?${new URLSearchParams({ rule: looked.rule.id, after: String(after) })}`;
    await this.asked((cancel) => call<Page>(address, { cancel }), {
      show: (page) => this.put(looked, from, page),
      refused: (cause) => this.root.replaceChildren(notice('bad', reason(cause, this.desk.say))),
    });
  }

  private put(looked: Looked, from: readonly number[], { findings, more }: Page): void {
    const { say, language } = this.desk;
    const { rule } = looked;
    const heading = element('h3', { tabindex: '-1' }, say('releases.findings.of', { rule: rule.id }));
    const last = findings.at(-1)?.number ?? from.at(-1) ?? 0;
    const to = (text: string, pages: readonly number[]): HTMLElement =>
      button(text, { class: 'secondary' }, () => this.show(looked, pages));
    const paging = element(
      'p',
      { class: 'paging' },
      from.length > 1 ? to(say('releases.findings.before'), from.slice(0, -1)) : undefined,
      more ? to(say('releases.findings.next'), [...from, last]) : undefined,
    );
    const parts = [heading, element('p', {}, rule.hint[language]), ...cut(rule, this.desk), this.listed(findings), paging];
    keepingFocus(this.root, () => this.root.replaceChildren(...parts), heading);
    this.desk.announce(say('releases.findings.shown', { count: findings.length }));
    void this.paint(findings);
  }

  private listed(findings: readonly Finding[]): HTMLElement {
    const { say, language } = this.desk;
    return table(
      say('releases.findings'),
      [
        { title: say('releases.findings.type'), cell: (one: Finding) => one.title?.[language] ?? one.type },
        {
          title: say('releases.findings.detail'),
          cell: (one: Finding) => element('span', {}, one.detail ?? '–', element('br'), this.record(one)),
        },
        {
          title: say('releases.findings.place'),
          cell: (one: Finding) =>
            one.place
              ? button(say('releases.findings.look'), { class: 'small', 'data-finding': String(one.number) }, () => void this.look(one))
              : say('releases.findings.nowhere'),
        },
      ],
      findings,
    );
  }

  /** Leads to what must be mended. */
  private record({ type, tucbsNo, changed }: Finding): HTMLElement {
    const since = changed ? element('b', {}, ` · ${this.desk.say('releases.findings.changed')}`) : undefined;
    return element('small', {}, tucbsNo === null ? '' : recordLink(type, tucbsNo, tucbsNo), since);
  }

  private async paint(findings: readonly Finding[]): Promise<void> {
    this.overlay ??= new Overlay('findings', await this.desk.map().catch(() => undefined));
    const features = findings.flatMap(({ number: id, place }): Feature[] =>
      place ? [{ type: 'Feature', id, properties: {}, geometry: place }] : [],
    );
    this.overlay.show({ type: 'FeatureCollection', features }, LAYERS);
  }

  private async look({ place }: Finding): Promise<void> {
    const box = boundsOf(cornersOf(place));
    const map = await this.desk.map().catch(() => undefined);
    if (box && map) {
      map.fitBounds([...box], { padding: 60, maxZoom: 18, animate: false });
    }
  }
}
