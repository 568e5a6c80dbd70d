import type { LayerSpecification } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import { groupsOf, groupsParameter, isDrawn, shownGroups } from './layerGroups';

const layer = (id: string, group?: string, visibility?: 'none'): LayerSpecification => ({
  id,
  type: 'line',
  source: 'kent',
  ...(group ? { metadata: { 'kent:group': group } } : {}),
  ...(visibility ? { layout: { visibility } } : {}),
});

const groups = groupsOf([
  layer('water'),
  layer('plan-use', 'plan', 'none'),
  layer('building', 'buildings'),
  layer('building-name', 'buildings'),
]);

describe('the layer groups of a style', () => {
  it('are those the style has layers for, in the order of the panel', () => {
    expect(groups.map((group) => group.name)).toEqual(['buildings', 'plan']);
    expect(groups[0]?.layers).toEqual(['building', 'building-name']);
  });

  it('are shown as the style says when the address says nothing', () => {
    expect(shownGroups(groups, undefined)).toEqual(new Set(['buildings']));
  });

  it('are shown as the address says, and unknown names are passed over', () => {
    expect(shownGroups(groups, new Set(['plan', 'weather']))).toEqual(new Set(['plan']));
  });

  it('draw standing buildings only while buildings are shown', () => {
    expect(isDrawn('3d', new Set(['3d', 'buildings']))).toBe(true);
    expect(isDrawn('3d', new Set(['3d']))).toBe(false);
    expect(isDrawn('buildings', new Set(['buildings']))).toBe(true);
  });

  it('are left out of the address while they are as in the style', () => {
    expect(groupsParameter(groups, new Set(['buildings']))).toBeUndefined();
    expect(groupsParameter(groups, new Set(['buildings', 'plan']))).toBe('buildings,plan');
    expect(groupsParameter(groups, new Set())).toBe('');
  });
});
