import { moved, type Preview } from './definition';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 320;
const HEIGHT = 110;
const BASE = 96;

/** Draws how values are spread, each bar in the colour of its class, with the limits as handles to drag or to move by arrow keys. */
export function histogram(
  legend: Preview['legend'],
  limits: readonly number[],
  label: (limit: number) => string,
  onMove: (limits: number[]) => void,
): SVGSVGElement {
  const { from, to, bins } = legend.histogram;
  const x = (value: number): number => (to === from ? 0 : ((value - from) / (to - from)) * WIDTH);
  const chart = svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'histogram', role: 'group' });
  const tallest = Math.max(...bins, 1);
  const width = WIDTH / bins.length;
  bins.forEach((count, i) => {
    const middle = from + ((i + 0.5) / bins.length) * (to - from);
    const at = limits.filter((limit) => middle > limit).length;
    const height = count === 0 ? 0 : Math.max(1.5, Math.sqrt(count / tallest) * (BASE - 8));
    chart.append(svg('rect', {
      x: String(i * width + 0.5), y: String(BASE - height), width: String(width - 1), height: String(height),
      fill: legend.classes[at]?.colour ?? '#888888', stroke: '#5c6670', 'stroke-width': '0.4',
    }));
  });
  chart.append(svg('line', { x1: '0', x2: String(WIDTH), y1: String(BASE), y2: String(BASE), stroke: '#5c6670' }));
  limits.forEach((limit, i) => chart.append(handle(i, limit)));
  return chart;

  function handle(index: number, limit: number): SVGGElement {
    const group = svg('g', {
      class: 'limit', tabindex: '0', role: 'slider', 'aria-label': label(limit),
      'aria-valuenow': String(limit), 'aria-valuemin': String(from), 'aria-valuemax': String(to),
      transform: `translate(${x(limit)} 0)`,
    });
    group.append(
      svg('line', { y1: '0', y2: String(BASE), stroke: '#14202b', 'stroke-width': '1.6' }),
      svg('path', { d: `M0 ${BASE} l6 10 h-12 z`, fill: '#14202b' }),
      svg('rect', { x: '-9', y: '0', width: '18', height: String(HEIGHT), fill: 'transparent' }),
    );
    let now = limits;
    group.addEventListener('pointerdown', (event) => group.setPointerCapture(event.pointerId));
    group.addEventListener('pointermove', (event) => {
      if (!group.hasPointerCapture(event.pointerId)) {
        return;
      }
      const box = chart.getBoundingClientRect();
      now = moved(limits, index, from + ((event.clientX - box.left) / box.width) * (to - from), from, to);
      group.setAttribute('transform', `translate(${x(now[index] ?? limit)} 0)`);
    });
    group.addEventListener('pointerup', () => now !== limits && onMove([...now]));
    group.addEventListener('keydown', (event) => {
      const way = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
      if (way !== 0) {
        event.preventDefault();
        onMove(moved(limits, index, limit + (way * (to - from)) / 50, from, to));
      }
    });
    return group;
  }
}

function svg<K extends keyof SVGElementTagNameMap>(tag: K, attributes: Readonly<Record<string, string>>): SVGElementTagNameMap[K] {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }
  return made;
}
