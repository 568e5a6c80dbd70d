import type { StyleSpecification } from 'maplibre-gl';
import { readStyle } from '../shared/city';
import { loadMapFonts } from '../shared/fonts';

/** What the map is made of. Its code is twenty times the panel's: search does not wait for it, and who cannot draw never loads it. */
export interface MapParts {
  readonly style: StyleSpecification;
  readonly openMap: typeof import('./cityMap').openMap;
  readonly mapStage: typeof import('./mapStage').mapStage;
}

/** A file of the map's code did not come. Browsers remember that: only a page opened anew asks for it again. */
export class CodeMissing extends Error {}

/** All at once. */
export async function readMapParts(): Promise<MapParts> {
  const [style, [{ openMap }, { mapStage }]] = await Promise.all([readStyle(), readCode(), loadMapFonts()]);
  return { style, openMap, mapStage };
}

function readCode(): Promise<[typeof import('./cityMap'), typeof import('./mapStage')]> {
  return Promise.all([import('./cityMap'), import('./mapStage')]).catch((cause: unknown) => {
    throw new CodeMissing('a file of code is missing', { cause });
  });
}
