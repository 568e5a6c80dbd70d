import type { ExpressionSpecification } from 'maplibre-gl';
import { element } from '../../../shared/dom';
import { swatch } from '../../../shared/legend';
import type { Desk } from '../../desk';
import type { Overlay } from './overlay';

/** From near to far; dark to light (ColorBrewer YlGnBu, colour-blind safe). */
const COLOURS = ['#253494', '#2c7fb8', '#41b6c4', '#7fcdbb', '#c7e9b4', '#ffffcc'] as const;

/** Draws the ground and streets reached in each band, and gives back what the colours mean. */
export function showReach(desk: Desk, overlay: Overlay, shapes: GeoJSON.FeatureCollection, minutes: readonly number[]): HTMLElement {
  const colour = (index: number): string =>
    COLOURS[minutes.length === 1 ? 1 : Math.round((index * 4) / (minutes.length - 1))] ?? COLOURS[0];
  const byBand = [
    'match',
    ['get', 'minutes'],
    ...minutes.flatMap((limit, index) => [limit, colour(index)]),
    '#888888',
  ] as unknown as ExpressionSpecification;
  overlay.show(shapes, [
    { type: 'fill', filter: ['==', ['get', 'kind'], 'ground'], paint: { 'fill-color': byBand, 'fill-opacity': 0.45 } },
    { type: 'line', filter: ['==', ['get', 'kind'], 'streets'], paint: { 'line-color': byBand, 'line-width': 1.5 } },
    {
      type: 'circle',
      filter: ['==', ['get', 'kind'], 'facility'],
      paint: { 'circle-radius': 5, 'circle-color': '#a1261b', 'circle-stroke-color': '#ffffff', 'circle-stroke-width': 1.5 },
    },
  ]);
  const lines = minutes.map((limit, index) => element('li', {}, swatch(colour(index)), desk.say('planning.band', { minutes: limit })));
  return element('ul', { class: 'planning-legend', 'aria-label': desk.say('planning.colours') }, ...lines);
}
