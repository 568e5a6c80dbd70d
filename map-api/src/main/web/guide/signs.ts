/** Line drawings on a 24 by 24 grid, in the colour of the text around them; decoration only. */
const SIGNS: Readonly<Record<string, string>> = {
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM15.5 15.5 20 20',
  mahalle: 'M4 20V9l5-4 5 4v11M14 20v-8h6v8M2 20h20M8 12h2M8 16h2M17 16h.01',
  district: 'M9 4 3 6v14l6-2 6 2 6-2V4l-6 2ZM9 4v14M15 6v14',
  street: 'M8 3 5 21M16 3l3 18M12 4v3M12 10.5v3M12 17v3',
  address: 'M5 21V4h10v17M15 10h4v11M3 21h18M9 8h2M9 12h2M9 21v-5h2v5',
  parcel: 'M4 6l8-2 8 3-1 11-9 2-6-3ZM12 4l-2 16M4.5 12l15 1',
  place: 'M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21ZM12 7a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z',
  saglik: 'M9 4h6v5h5v6h-5v5H9v-5H4V9h5Z',
  egitim: 'M2 9l10-5 10 5-10 5ZM6 11.500V16c3.5 3 8.5 3 12 0v-4.500M22 9v6',
  duty: 'M9 4h6v5h5v6h-5v5H9v-5H4V9h5Z',
  park: 'M12 22v-7M12 15c-5 0-7-3-6-6 0-3 3-6 6-6s6 3 6 6c1 3-1 6-6 6ZM12 15l3-3',
  durak: 'M6 4h12a2 2 0 0 1 2 2v11H4V6a2 2 0 0 1 2-2ZM4 11h16M7 17v3M17 17v3M7.5 14h.01M16.5 14h.01',
  parking: 'M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2ZM9.5 17V7h3.500a3 3 0 0 1 0 6H9.5',
  measure: 'M3 17 17 3l4 4L7 21ZM7 13l2 2M10 10l3 3M13 7l2 2',
  convert: 'M12 3v18M3 12h18M12 7a5 5 0 1 1 0 10 5 5 0 0 1 0-10Z',
  back: 'M15 5l-7 7 7 7',
};

const SAME: Readonly<Record<string, string>> = {
  eczane: 'saglik',
  hastane: 'saglik',
  aileSagligiMerkezi: 'saglik',
  cocukOyunAlani: 'park',
  bahce: 'park',
  milletBahcesi: 'park',
  busStation: 'durak',
};

export function signOf(name: string): SVGSVGElement {
  const sign = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  sign.setAttribute('viewBox', '0 0 24 24');
  sign.setAttribute('class', 'sign');
  sign.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', SIGNS[SAME[name] ?? name] ?? SIGNS.place ?? '');
  sign.append(path);
  return sign;
}
