import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { call } from '../../../shared/http';
import type { Desk } from '../../desk';

const LAYER = 'registry-rate';

/** Colours the neighbourhoods on the map by how much of ours is linked there. */
export async function paintRates(desk: Desk, shares: ReadonlyMap<number, number | null>): Promise<void> {
  const [map, outlines] = await Promise.all([
    desk.map(),
    call<GeoJSON.FeatureCollection>('/api/desk/registry/neighbourhoods', { cancel: desk.left }),
  ]);
  desk.left.throwIfAborted();
  const data: GeoJSON.FeatureCollection = {
    type: 'FeatureCollection',
    features: outlines.features.map((one) => ({
      ...one,
      properties: { ...one.properties, share: shares.get(Number(one.properties?.code)) ?? null },
    })),
  };
  const known = map.getSource<GeoJSONSource>(LAYER);
  if (known) {
    known.setData(data);
    return;
  }
  map.addSource(LAYER, { type: 'geojson', data });
  desk.left.addEventListener('abort', () => clear(map));
  map.addLayer({
    id: LAYER,
    type: 'fill',
    source: LAYER,
    paint: {
      'fill-color': [
        'case',
        ['==', ['get', 'share'], null],
        '#b8c0c6',
        ['interpolate', ['linear'], ['get', 'share'], 0, '#c24a3a', 0.5, '#f1c36d', 0.9, '#9fc9a9', 1, '#2d7a4b'],
      ],
      'fill-opacity': 0.55,
    },
  });
  map.addLayer({ id: `${LAYER}-line`, type: 'line', source: LAYER, paint: { 'line-color': '#16324a', 'line-width': 1.2 } });
}

function clear(map: MapLibre): void {
  for (const id of [`${LAYER}-line`, LAYER]) {
    if (map.getLayer(id)) {
      map.removeLayer(id);
    }
  }
  if (map.getSource(LAYER)) {
    map.removeSource(LAYER);
  }
}
