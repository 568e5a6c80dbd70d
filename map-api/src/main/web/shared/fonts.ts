import './fonts.css';

/** A letter of each font file: a face whose letters were not asked for stays unloaded, and the map would draw them in another font. */
const SAMPLE = 'aığĞşŞİçöü';

const MAP_FACES = ['400 24px "Kent Sans"', '600 24px "Kent Sans Semibold"', 'italic 400 24px "Kent Sans Italic"'];

/**
 * Loads every face the map's labels use. The map keeps the first drawing of a letter, so this comes before the style. Where a face cannot be
 * had the map is drawn all the same, with letters of another font.
 */
export async function loadMapFonts(): Promise<void> {
  const faces = await Promise.allSettled(MAP_FACES.map((face) => document.fonts.load(face, SAMPLE)));
  if (faces.some((files) => files.status === 'rejected' || files.value.length < 2)) {
    console.warn('a font of the map is missing');
  }
}
