import { copied } from '../shared/copy';
import { button, element } from '../shared/dom';
import type { Catalogue } from './service';
import type { Say } from './words';

/** How programs call the service, with this agreement's own layers; a key is never part of what is shown. */
export function calls(catalogue: Catalogue, origin: string, say: Say): HTMLElement {
  const layer = catalogue.layers[0];
  const type = layer?.type ?? 'bina';
  const block = (title: string, text: string): HTMLElement => {
    const told = element('span', { role: 'status' });
    const copy = async (): Promise<void> => told.replaceChildren(say((await copied(text)) ? 'calls.copied' : 'calls.byHand'));
    return element(
      'section',
      {},
      element('h3', {}, title),
      element('pre', { tabindex: '0' }, element('code', {}, text)),
      button(say('calls.copy'), { class: 'secondary', 'aria-label': `${say('calls.copy')}: ${title}` }, copy),
      ' ',
      told,
    );
  };
  return element(
    'section',
    { class: 'calls' },
    element('h2', {}, say('calls.title')),
    element('p', {}, say('calls.intro')),
    block(say('calls.curl'), curl(origin, type, catalogue)),
    block(say('calls.feed'), feed(origin)),
    element('p', {}, say('calls.feed.hint'), ' ', element('a', { href: '/ogc/api' }, say('calls.api'))),
    block(say('calls.ogr'), ogr(origin, type)),
    block(say('calls.wms'), wms(origin, type, layer?.bbox)),
    element(
      'section',
      {},
      element('h3', {}, say('calls.qgis')),
      element('ol', {}, ...qgis(origin, say).map((step) => element('li', {}, step))),
    ),
  );
}

/** A file's name tells the release and the version of the agreement: a broken download never goes on in the file of another one. */
export function curl(origin: string, type: string, of: Pick<Catalogue, 'release' | 'version'>): string {
  return [
    'export KENT_KEY=…',
    `curl -H "Authorization: Bearer $KENT_KEY" ${origin}/exchange`,
    `curl -f -H "Authorization: Bearer $KENT_KEY" -C - -o ${type}-r${of.release}-v${of.version}.gpkg \\`,
    `  ${origin}/exchange/releases/${of.release}/${type}.gpkg`,
  ].join('\n');
}

/**
 * Asks again and again until everything is told. The place it goes on from is in the last answer that was taken over; what is refused replaces
 * nothing and ends them as a failure, also a month's allowance that is used up, so they can be run every night.
 */
export function feed(origin: string): string {
  return [
    'export KENT_KEY=…',
    `last() { python3 -c 'import json, sys; print(json.load(open("changes.json"))[sys.argv[1]])' "$1" 2> /dev/null; }`,
    'while :; do',
    '  curl -f --retry 5 --retry-max-time 900 -H "Authorization: Bearer $KENT_KEY" \\',
    `    "${origin}/exchange/changes$(last next | sed 's/^/?since=/')" -o new.json || exit 1`,
    '  # take over the entries of new.json here; only then:',
    '  mv new.json changes.json',
    '  [ "$(last upToDate)" = True ] && break',
    'done',
  ].join('\n');
}

/** Before 3.8 GDAL asks for ten features at a time, spends a minute's allowance on a few thousand of them and keeps what it has. */
export function ogr(origin: string, type: string): string {
  return [
    'export GDAL_HTTP_HEADERS="Authorization: Bearer $KENT_KEY"',
    `ogr2ogr ${type}-ogc.gpkg OAPIF:${origin}/ogc ${type} -oo PAGE_SIZE=1000`,
  ].join('\n');
}

export function wms(origin: string, type: string, bbox: readonly number[] | undefined): string {
  const [west, south, east, north] = (bbox ?? [26, 36, 45, 42]).map((degrees) => Number(degrees.toFixed(4)));
  return [
    'export GDAL_HTTP_HEADERS="Authorization: Bearer $KENT_KEY"',
    `gdal_translate -outsize 1024 768 -projwin ${west} ${north} ${east} ${south} \\`,
    `  "WMS:${origin}/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=${type}&CRS=CRS:84&BBOX=${west},${south},${east},${north}&FORMAT=image/png" ${type}.tif`,
  ].join('\n');
}

function qgis(origin: string, say: Say): string[] {
  return [say('calls.qgis.1'), say('calls.qgis.2', { ogc: `${origin}/ogc` }), say('calls.qgis.3', { wms: `${origin}/wms` })];
}
