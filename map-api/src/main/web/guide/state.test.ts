import { describe, expect, it } from 'vitest';
import { MOST_CORNERS, parseSpot, parseState, type State, withCorner, withSpot, withState } from './state';

const ID = '11111111-2222-3333-4444-555555555555';

describe('the state in the address', () => {
  it.each<State>([
    { view: 'home' },
    { view: 'results', text: 'atatürk cd 12/a & b' },
    { view: 'place', id: ID },
    { view: 'near', kind: 'eczane' },
    { view: 'duty' },
    { view: 'measure', corners: [] },
    {
      view: 'measure',
      corners: [
        [32.996124, 39.90379],
        [33, 39.9],
        [-179.5, -0.25],
      ],
    },
    { view: 'convert', text: '41.01, 28.97' },
  ])('is written so that it is read again: %j', (state) => {
    expect(parseState(withState('?lang=en&layers=plan', state))).toEqual(state);
    expect(withState('?lang=en&layers=a,b', state)).toMatch(/^\?lang=en&layers=a,b/);
  });

  it('replaces the state that was there', () => {
    expect(withState('?q=park&place=x&near=y&show=duty&position=1', { view: 'home' })).toBe('');
  });

  it.each(['?place=1', '?place=javascript:alert(1)', '?near=<b>', '?show=other', '?q=%20%20'])('takes %s for home', (search) => {
    expect(parseState(search)).toEqual({ view: 'home' });
  });

  it('leaves out corners that are none', () => {
    const state = parseState('?show=measure&corners=32.9,39.9;NaN,1;200,1;1,2,3;<b>;33,40');
    expect(state).toEqual({
      view: 'measure',
      corners: [
        [32.9, 39.9],
        [33, 40],
      ],
    });
  });

  it('keeps the place that is read about until something else is shown', () => {
    const search = withSpot('?q=park', { longitude: 32.9961237, latitude: 39.9 });
    expect(search).toBe('?q=park&at=32.996124,39.9');
    expect(parseSpot(search)).toEqual({ longitude: 32.996124, latitude: 39.9 });
    expect(parseState(search)).toEqual({ view: 'results', text: 'park' });
    expect(withSpot(search, undefined)).toBe('?q=park');
    expect(withState(search, { view: 'duty' })).toBe('?show=duty');
    expect(parseSpot('?at=<b>')).toBeUndefined();
  });

  it('bounds what it takes over', () => {
    const state = parseState(`?q=${'a'.repeat(10_000)}`);
    expect(state.view === 'results' && state.text.length).toBe(200);
  });

  it('takes no corner more than it keeps', () => {
    const spot = { longitude: 40, latitude: 39 };
    const all = Array.from({ length: MOST_CORNERS }, (_, i) => [30 + i / 1000, 39] as const);
    expect(withCorner(all, spot)).toBeUndefined();
    const last = withCorner(all.slice(1), spot);
    expect(last).toHaveLength(MOST_CORNERS);
    expect(parseState(withState('', { view: 'measure', corners: last ?? [] }))).toEqual({ view: 'measure', corners: last });
    expect(withCorner([[40, 39]], spot)).toEqual([[40, 39]]);
  });
});
