import { type Preview, stacked } from './definition';
import { limitAt, moved, placeOf, placeOfLimit, pushed, roomOf } from './scale';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 320;
const HEIGHT = 124;
const BASE = 96;
/** Half of a column as wide as this has room for its number below it. */
const HALF_COLUMN = 10;
/** Moves by keys count as one when no other follows within this time. */
const PAUSE_MS = 250;
/** Parts of the whole span a key moves a limit by. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1 / 50,
  ArrowDown: -1 / 50,
  ArrowRight: 1 / 50,
  ArrowUp: 1 / 50,
  PageDown: -1 / 10,
  PageUp: 1 / 10,
  Home: -1,
  End: 1,
};

/** What is said of the chart and its limits. */
interface HistogramWords {
  readonly title: string;
  limit(index: number, count: number): string;
  value(limit: number): string;
  count(most: number): string;
}

/**
 * How values are spread, each bar in the colours of its classes, with the limits as handles to drag or to move by keys. A handle that is being
 * moved stays the same element, so that the next key finds it.
 */
export class Histogram {
  readonly element: SVGSVGElement;
  private readonly bars = svg('g', { 'aria-hidden': 'true' });
  private readonly axis = svg('g', { 'aria-hidden': 'true', class: 'axis' });
  private handles: SVGGElement[] = [];
  private legend: Preview['legend'] | undefined;
  private limits: readonly number[] = [];
  private waiting: number | undefined;

  constructor(
    private readonly words: HistogramWords,
    private readonly onMove: (limits: number[]) => void,
  ) {
    this.element = svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'histogram', role: 'group', 'aria-label': words.title });
    this.element.append(
      this.bars,
      this.axis,
      svg('line', { x1: '0', x2: String(WIDTH), y1: String(BASE), y2: String(BASE), stroke: '#5c6670' }),
    );
  }

  /** Limits that are just being moved are newer than those of the legend. */
  show(legend: Preview['legend'], limits: readonly number[]): void {
    this.legend = legend;
    if (this.waiting === undefined) {
      this.limits = limits;
    }
    this.draw(legend);
    this.measure(legend);
    if (this.handles.length !== this.limits.length) {
      for (const one of this.handles) {
        one.remove();
      }
      this.handles = this.limits.map((_, i) => this.handle(i));
      this.element.append(...this.handles);
    }
    this.place();
  }

  private draw(legend: Preview['legend']): void {
    const { bins, classes } = legend.histogram;
    const tallest = Math.max(...bins, 1);
    const width = WIDTH / bins.length;
    this.bars.replaceChildren(
      ...bins.flatMap((count, i) => {
        const height = count === 0 ? 0 : Math.max(1.5, Math.sqrt(count / tallest) * (BASE - 8));
        return stacked(classes[i] ?? [], height).map((part) =>
          svg('rect', {
            x: String(i * width + 0.5),
            y: String(BASE - part.from - part.height),
            width: String(width - 1),
            height: String(part.height),
            fill: legend.classes[part.index]?.colour ?? '#888888',
            stroke: '#5c6670',
            'stroke-width': '0.4',
          }),
        );
      }),
    );
  }

  /** The least, the middle and the greatest value below the bars, and how many the highest bar holds. */
  private measure({ years, histogram: spread }: Preview['legend']): void {
    const { from, to, step, bins } = spread;
    const half = step > 0 ? WIDTH / bins.length / 2 : 0;
    const edge = half < HALF_COLUMN ? 0 : half;
    const below = (x: number, anchor: string, value: number): SVGTextElement => text(x, HEIGHT - 3, anchor, this.words.value(value));
    const mean = (from + to) / 2;
    const isWhole = years || step > 0;
    const middle = isWhole ? Math.round(mean) : Number(mean.toPrecision(3));
    this.axis.replaceChildren(
      below(edge, edge > 0 ? 'middle' : 'start', from),
      ...(from < middle && middle < to ? [below((isWhole ? placeOf(middle, spread) : 0.5) * WIDTH, 'middle', middle)] : []),
      ...(from < to ? [below(WIDTH - edge, edge > 0 ? 'middle' : 'end', to)] : []),
      text(WIDTH, 7, 'end', this.words.count(Math.max(...bins, 0))),
    );
  }

  private handle(index: number): SVGGElement {
    const group = svg('g', { class: 'limit', tabindex: '0', role: 'slider', 'data-key': `limit-${index}` });
    group.append(
      svg('line', { y1: '0', y2: String(BASE), stroke: '#14202b', 'stroke-width': '1.6' }),
      svg('path', { d: `M0 ${BASE} l6 10 h-12 z`, fill: '#14202b' }),
      svg('rect', { x: '-9', y: '0', width: '18', height: String(BASE + 12), fill: 'transparent' }),
    );
    group.addEventListener('pointerdown', (event) => group.setPointerCapture(event.pointerId));
    group.addEventListener('pointermove', (event) => {
      if (group.hasPointerCapture(event.pointerId)) {
        const box = this.element.getBoundingClientRect();
        this.move(index, (spread) => limitAt((event.clientX - box.left) / box.width, spread));
      }
    });
    group.addEventListener('pointerup', () => this.waiting !== undefined && this.tell());
    group.addEventListener('keydown', (event) => this.press(event, index));
    group.addEventListener('blur', () => this.waiting !== undefined && this.tell());
    return group;
  }

  private press(event: KeyboardEvent, index: number): void {
    const part = STEPS[event.key];
    const limit = this.limits[index];
    if (part === undefined || limit === undefined || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    event.preventDefault();
    this.move(index, (spread) => pushed(limit, part, spread));
  }

  private move(index: number, to: (spread: Preview['legend']['histogram']) => number): void {
    const spread = this.legend?.histogram;
    if (!spread) {
      return;
    }
    this.limits = moved(this.limits, index, to(spread), spread);
    this.place();
    window.clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => this.tell(), PAUSE_MS);
  }

  private tell(): void {
    window.clearTimeout(this.waiting);
    this.waiting = undefined;
    this.onMove([...this.limits]);
  }

  private place(): void {
    const spread = this.legend?.histogram ?? { from: 0, to: 0, step: 0, bins: [] };
    this.handles.forEach((group, i) => {
      const limit = this.limits[i] ?? spread.from;
      const [least, most] = roomOf(this.limits, i, spread);
      const told = {
        transform: `translate(${placeOfLimit(limit, spread) * WIDTH} 0)`,
        'aria-label': this.words.limit(i + 1, this.limits.length),
        'aria-valuetext': this.words.value(limit),
        'aria-valuenow': String(limit),
        'aria-valuemin': String(Math.min(least, limit)),
        'aria-valuemax': String(Math.max(most, limit)),
      };
      for (const [name, value] of Object.entries(told)) {
        group.setAttribute(name, value);
      }
    });
  }
}

function text(x: number, y: number, anchor: string, words: string): SVGTextElement {
  const made = svg('text', { x: String(x), y: String(y), 'text-anchor': anchor });
  made.textContent = words;
  return made;
}

function svg<K extends keyof SVGElementTagNameMap>(tag: K, attributes: Readonly<Record<string, string>>): SVGElementTagNameMap[K] {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }
  return made;
}
