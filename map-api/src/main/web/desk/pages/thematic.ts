import type { Map as MapLibre } from 'maplibre-gl';
import { call } from '../../shared/api';
import { button, element } from '../../shared/dom';
import type { Desk, DeskPage } from '../desk';
import { field, notice, number, reason } from '../parts';
import './thematic/thematic.css';
import { choice } from './thematic/choice';
import { deeds } from './thematic/deeds';
import { histogram } from './thematic/histogram';
import { coloursOf, limitsOf, type Definition, type MapType, type Palette, type Preview, type Saved } from './thematic/definition';

const API = '/api/desk/thematic';
const METHODS = ['natural-breaks', 'quantile', 'equal-interval', 'standard-deviation', 'geometric', 'pretty', 'head-tail', 'manual', 'categories'] as const;

/** Makes thematic maps: what is shown, how it is classed and coloured, with the map as it will be beside it. */
export const thematic: DeskPage = {
  path: 'thematic',
  title: 'page.thematic',
  roles: ['planner'],
  map: true,
  async mount(root, desk) {
    const [types, palettes, saved] = await Promise.all([
      call<MapType[]>(`${API}/types`),
      call<Palette[]>(`${API}/palettes`),
      call<Saved[]>(API),
    ]);
    const editor = new Editor(root, desk, types, palettes, saved);
    await editor.open();
    return () => editor.close();
  },
};

class Editor {
  private readonly definition: Definition;
  private readonly result = element('div', { class: 'thematic-result', 'aria-live': 'polite' });
  private readonly form = element('form', { class: 'thematic' });
  private readonly drawn: string[] = [];
  private map: MapLibre | undefined;
  private asked = 0;
  private id: string | undefined;

  constructor(
    private readonly root: HTMLElement,
    private readonly desk: Desk,
    private readonly types: readonly MapType[],
    private readonly palettes: readonly Palette[],
    private saved: readonly Saved[],
  ) {
    const type = types.find((one) => one.name === 'bina') ?? types[0];
    const value = type?.fields.find((one) => one.name === 'zeminUstuKatSayisi') ?? type?.fields[0];
    this.definition = {
      type: type?.name ?? '', value: value?.name ?? '', normaliser: null, filter: null,
      method: value?.kind === 'category' ? 'categories' : 'natural-breaks', classes: 5, breaks: [],
      palette: 'YlGnBu', reversed: false, noData: '#d8d8d8',
    };
  }

  async open(): Promise<void> {
    this.form.addEventListener('submit', (event) => event.preventDefault());
    this.root.append(this.form, this.result);
    this.fill();
    this.map = await this.desk.map();
    await this.look();
  }

  close(): void {
    this.asked++;
    this.clear();
  }

  private fill(): void {
    const { say, language } = this.desk;
    const d = this.definition;
    const type = this.types.find((one) => one.name === d.type);
    const isCategory = d.method === 'categories';
    const known = type?.fields.some((one) => one.name === d.value);
    const fields = (type?.fields ?? []).map((one): [string, string] => [one.name, one.title[language]]);
    const inputs = [
      field(say('thematic.saved'), choice([['', say('thematic.new')], ...this.saved.map((one): [string, string] => [one.id, `${one.map.title?.[language] ?? one.id} · ${say(`thematic.state.${one.state}`)}`])], this.id ?? '', (id) => this.load(id))),
      field(say('thematic.type'), choice(this.types.map((one) => [one.name, one.title[language]]), d.type, (name) => this.choose(name))),
      field(say('thematic.field'), choice([...fields, ['', say('thematic.expression')]], known ? d.value : '', (name) => this.measure(name))),
      known ? undefined : field(say('thematic.expression'), this.text(d.value, (value) => { d.value = value; }), say('thematic.expression.hint')),
      isCategory ? undefined : field(say('thematic.normaliser'), choice([['', '–'], ['area-ha', say('thematic.perHectare')], ['area-km2', say('thematic.perKm2')], ...fields], d.normaliser ?? '', (value) => { d.normaliser = value || null; this.again(); })),
      field(say('thematic.filter'), this.text(d.filter ?? '', (value) => { d.filter = value || null; }), say('thematic.filter.hint')),
      isCategory ? undefined : field(say('thematic.method'), choice(METHODS.filter((one) => one !== 'categories').map((one) => [one, say(`thematic.method.${one}`)]), d.method, (value) => this.method(value))),
      d.method === 'manual' || d.method === 'head-tail' ? undefined : field(say('thematic.classes'), this.classes()),
      element('fieldset', { class: 'palettes' }, element('legend', {}, say('thematic.palette')), ...this.palettes.filter((one) => (one.kind === 'QUALITATIVE') === isCategory).map((one) => this.swatches(one))),
      this.reversed(),
      field(say('thematic.title'), this.text(d.title?.[language] ?? '', (value) => { this.titled(value); })),
      field(say('thematic.source'), this.text(d.source?.tr ?? '', (value) => { d.source = { tr: value, en: value }; })),
    ];
    this.form.replaceChildren(...inputs.filter((one) => one !== undefined));
  }

  private titled(value: string): void {
    if (value) {
      this.definition.title = { tr: value, en: value };
    } else {
      delete this.definition.title;
    }
  }

  private text(value: string, set: (value: string) => void): HTMLInputElement {
    const made = element('input', { type: 'text', value });
    made.addEventListener('change', () => {
      set(made.value.trim());
      void this.look();
    });
    return made;
  }

  private classes(): HTMLInputElement {
    const made = element('input', { type: 'number', min: '2', max: '12', value: String(this.definition.classes) });
    made.addEventListener('change', () => {
      this.definition.classes = Math.min(12, Math.max(2, Math.round(Number(made.value) || 5)));
      this.again();
    });
    return made;
  }

  private swatches(palette: Palette): HTMLElement {
    const d = this.definition;
    const colours = coloursOf(palette, d.classes);
    const ordered = d.reversed ? [...colours].reverse() : colours;
    const isSafe = palette.colourBlindSafe >= d.classes;
    const words = `${palette.name}${isSafe ? ` · ${this.desk.say('thematic.safe')}` : ''}`;
    const made = button('', { class: 'palette', 'aria-pressed': String(d.palette === palette.name), title: words, 'aria-label': words }, () => {
      d.palette = palette.name;
      this.again();
    });
    made.append(...ordered.map((colour) => {
      const swatch = element('span', {});
      swatch.style.background = colour;
      return swatch;
    }));
    return made;
  }

  private reversed(): HTMLElement {
    const box = element('input', { type: 'checkbox' });
    box.checked = this.definition.reversed;
    box.addEventListener('change', () => {
      this.definition.reversed = box.checked;
      this.again();
    });
    return element('label', { class: 'check' }, box, ` ${this.desk.say('thematic.reversed')}`);
  }

  private choose(name: string): void {
    const type = this.types.find((one) => one.name === name);
    this.definition.type = name;
    this.definition.filter = null;
    this.measure(type?.fields[0]?.name ?? '');
  }

  private measure(name: string): void {
    const d = this.definition;
    const kind = this.types.find((one) => one.name === d.type)?.fields.find((one) => one.name === name)?.kind;
    const isCategory = kind === 'category';
    if (isCategory !== (d.method === 'categories')) {
      d.method = isCategory ? 'categories' : 'natural-breaks';
      d.palette = isCategory ? 'Paired' : 'YlGnBu';
      d.classes = isCategory ? 9 : 5;
    }
    d.value = name || `${d.value} * 1`;
    d.normaliser = null;
    delete d.title;
    this.again();
  }

  private method(value: string): void {
    if (value === 'manual') {
      this.definition.breaks = this.limits;
    }
    this.definition.method = value;
    this.again();
  }

  private limits: number[] = [];

  private load(id: string): void {
    const found = this.saved.find((one) => one.id === id);
    this.id = found?.id;
    if (found) {
      Object.assign(this.definition, structuredClone(found.map));
    }
    this.again();
  }

  private again(): void {
    this.fill();
    void this.look();
  }

  /** Asks for legend and style; an answer that was overtaken is dropped. */
  private async look(): Promise<void> {
    const turn = ++this.asked;
    try {
      const preview = await call<Preview>(`${API}/preview?map=${encodeURIComponent(JSON.stringify(this.definition))}`);
      if (turn === this.asked) {
        this.show(preview);
      }
    } catch (cause) {
      if (turn === this.asked) {
        this.result.replaceChildren(notice('bad', reason(cause, this.desk.say)));
      }
    }
  }

  private show(preview: Preview): void {
    const { say, language } = this.desk;
    this.limits = limitsOf(preview.legend.classes);
    const none = preview.legend.noData;
    const lines = [...preview.legend.classes, ...(none && none.count > 0 ? [none] : [])].map((entry) => {
      const swatch = element('span', { class: 'swatch' });
      swatch.style.background = entry.colour;
      const share = preview.legend.total === 0 ? 0 : (100 * entry.count) / preview.legend.total;
      return element('li', {}, swatch, element('span', { class: 'label' }, entry.label[language]), element('b', {}, number(entry.count, language)), element('small', {}, `%${number(Math.round(share * 10) / 10, language)}`));
    });
    const chart = preview.legend.histogram.bins.length === 0 ? undefined : histogram(preview.legend, this.limits, (limit) => say('thematic.limit', { limit: number(limit, language) }), (limits) => {
      this.definition.method = 'manual';
      this.definition.breaks = limits;
      this.again();
    });
    const unit = preview.legend.unit?.[language];
    this.result.replaceChildren(
      element('h2', {}, preview.legend.title[language] + (unit ? ` (${unit})` : '')),
      ...(chart ? [chart] : []),
      element('ul', { class: 'thematic-legend' }, ...lines),
      element('p', { class: 'total' }, say('thematic.total', { count: number(preview.legend.total, language) })),
      deeds(this.desk, this.definition, this.saved.find((one) => one.id === this.id), {
        keep: () => void this.keep(),
        become: (body) => void this.become(body),
      }),
    );
    this.result.dataset['state'] = 'ready';
    this.draw(preview);
  }

  private draw(preview: Preview): void {
    const map = this.map;
    if (!map) {
      return;
    }
    this.clear();
    const above = map.getStyle().layers.find((layer) => layer.type === 'symbol')?.id;
    for (const [name, source] of Object.entries(preview.style.sources)) {
      const tiles = 'tiles' in source ? (source.tiles ?? []).map((tile: string) => location.origin + tile) : [];
      map.addSource(name, { ...source, tiles } as typeof source);
    }
    for (const layer of preview.style.layers) {
      map.addLayer(layer, above);
      this.drawn.push(layer.id);
    }
  }

  private clear(): void {
    for (const id of this.drawn.splice(0)) {
      this.map?.removeLayer(id);
    }
    if (this.map?.getSource('tema')) {
      this.map.removeSource('tema');
    }
  }

  private async keep(): Promise<void> {
    await this.act(() => call<Saved>(this.id ? `${API}/${this.id}` : API, { method: this.id ? 'PUT' : 'POST', body: this.definition }));
  }

  private async become(body: unknown): Promise<void> {
    await this.act(() => call<Saved>(`${API}/${this.id}/state`, { method: 'POST', body }));
  }

  private async act(deed: () => Promise<Saved>): Promise<void> {
    try {
      const done = await deed();
      this.saved = await call<Saved[]>(API);
      this.id = done.id;
      this.desk.announce(this.desk.say('thematic.done'));
      this.again();
    } catch (cause) {
      this.result.append(notice('bad', reason(cause, this.desk.say)));
    }
  }
}
