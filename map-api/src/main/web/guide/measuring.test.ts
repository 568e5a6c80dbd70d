import { describe, expect, it } from 'vitest';
import { areaOf, areaText, lengthOf, lengthText } from './measuring';

describe('measuring', () => {
  it('measures a degree of latitude', () => {
    expect(
      lengthOf([
        [30, 40],
        [30, 41],
      ]),
    ).toBeCloseTo(111_195, -1);
  });

  it('measures a square of about a hectare', () => {
    const side = 100 / 111_195;
    const wide = side / Math.cos((40 * Math.PI) / 180);
    expect(
      areaOf([
        [30, 40],
        [30 + wide, 40],
        [30 + wide, 40 + side],
        [30, 40 + side],
      ]),
    ).toBeCloseTo(10_000, -1);
  });

  it('has no length for a point and no area for a line', () => {
    expect(lengthOf([[30, 40]])).toBe(0);
    expect(
      areaOf([
        [30, 40],
        [31, 40],
      ]),
    ).toBe(0);
  });

  it('writes numbers as the language does', () => {
    expect(lengthText(1234.4, 'tr')).toBe('1.234 m');
    expect(lengthText(12_345, 'en')).toBe('12.35 km');
    expect(areaText(250_000, 'tr')).toBe('25 ha');
    expect(areaText(99.4, 'en')).toBe('99 m²');
  });
});
