import { button } from '../../shared/dom';
import { number } from '../../shared/format';
import { call, Refusal } from '../../shared/http';
import { type Latest, latest } from '../../shared/latest';
import { once } from '../../shared/once';
import type { Desk, DeskPage } from '../desk';
import { isSure } from '../parts/ask';
import { reason } from '../reason';
import './thematic/thematic.css';
import {
  type Definition,
  limitsOf,
  type MapType,
  type Palette,
  type Preview,
  type Saved,
  sameMap,
  usualField,
  usualPalette,
} from './thematic/definition';
import { Drawing } from './thematic/drawing';
import { DefinitionForm } from './thematic/form';
import { seenAt, withDone } from './thematic/kept';
import { memberName } from './thematic/names';
import { type OpenMap, openMap, type Side } from './thematic/open';
import { Result, seen } from './thematic/result';

const API = '/api/desk/thematic';
const CONFLICT = 409;

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
    const editor = new Editor(desk, types, palettes, saved);
    await editor.open(root);
    return () => editor.close();
  },
};

/** What the service last made of the definition, for the planner and for everybody. */
interface Answer {
  readonly own: Preview;
  readonly open: OpenMap | undefined;
}

class Editor {
  private readonly definition: Definition;
  private readonly form: DefinitionForm;
  private readonly result: Result;
  private drawing: Drawing | undefined;
  private readonly asked: Latest;
  private id: string | undefined;
  private limits: number[] = [];
  private answer: Answer | undefined;
  private side: Side = 'own';
  /** Said together with the next answer, which would otherwise be heard instead of it. */
  private news = '';

  constructor(
    private readonly desk: Desk,
    types: readonly MapType[],
    palettes: readonly Palette[],
    private saved: readonly Saved[],
  ) {
    this.asked = latest(desk.left);
    this.definition = first(types);
    this.form = new DefinitionForm(desk, this.definition, types, palettes, {
      load: (id) => this.load(id),
      method: (value) => this.method(value),
      changed: () => void this.look(),
      changedWhole: () => this.again(),
    });
    this.result = new Result(
      desk,
      {
        keep: () => void this.once(() => this.keep()),
        become: (body) => void this.once(() => this.become(body)),
        remove: () => void this.once(() => this.remove()),
        look: (side) => this.lookAs(side),
      },
      (limits) => {
        this.definition.method = 'manual';
        this.definition.breaks = limits;
        this.again();
      },
    );
  }

  async open(root: HTMLElement): Promise<void> {
    root.append(this.form.element, this.result.element);
    this.form.fill(this.saved, this.id);
    const map = await this.desk.map().catch(() => undefined); // what the pane says of it is enough; the rest needs no map
    this.drawing = map && new Drawing(map);
    await this.look();
  }

  close(): void {
    this.drawing?.clear();
  }

  private method(value: string): void {
    if (value === 'manual') {
      this.definition.breaks = this.limits;
    }
    if (value !== 'manual' && this.definition.palette === usualPalette(this.definition.method)) {
      this.definition.palette = usualPalette(value);
    }
    this.definition.method = value;
    this.again();
  }

  /** One deed at a time. */
  private once(deed: () => Promise<void>): Promise<void> {
    return once(this.result.element, deed);
  }

  private lookAs(side: Side): void {
    this.side = side;
    this.show();
  }

  private load(id: string): void {
    const found = this.saved.find((one) => one.id === id);
    this.id = found?.id;
    this.side = found?.state === 'shared' || found?.state === 'published' ? 'open' : 'own';
    if (found) {
      delete this.definition.title;
      delete this.definition.source;
      Object.assign(this.definition, structuredClone(found.map));
    }
    this.again();
  }

  /** Later than the event: while a control is being left, the one that is entered must not be replaced. */
  private again(): void {
    window.setTimeout(() => this.form.fill(this.saved, this.id));
    void this.look();
  }

  /** Asks for legend and style. */
  private look(): Promise<void> {
    return this.asked((cancel) => this.preview(cancel), {
      show: (answer) => {
        this.answer = answer;
        this.show();
      },
      refused: (cause) => this.result.refuse(this.why(cause)),
    });
  }

  private async preview(cancel: AbortSignal): Promise<Answer> {
    const isKept = this.id !== undefined;
    const own = await call<Preview>(`${API}/preview?map=${encodeURIComponent(JSON.stringify(this.definition))}`, { cancel });
    return { own, open: isKept ? await openMap(own.map, this.desk, cancel) : undefined };
  }

  private why(cause: unknown): string {
    return reason(cause, this.desk.say, (member) => memberName(member, this.desk.say));
  }

  private get kept(): Saved | undefined {
    return this.saved.find((one) => one.id === this.id);
  }

  private show(): void {
    if (!this.answer) {
      return;
    }
    const { say, language } = this.desk;
    const { own, open } = this.answer;
    const preview = seen({ own, open, side: this.side });
    const { classes, total } = preview.legend;
    this.limits = limitsOf(classes);
    this.form.usually(own.usualTitle);
    this.result.show({ own, open, side: this.side, definition: this.definition, kept: this.kept });
    this.desk.announce(`${this.news} ${say('thematic.summary', { classes: classes.length, count: number(total, language) })}`.trim());
    this.news = '';
    this.drawing?.show(preview.style);
  }

  private async keep(): Promise<void> {
    const kept = this.kept;
    if (!kept?.mine) {
      await this.act(() => call<Saved>(API, { method: 'POST', body: this.definition }));
      return;
    }
    const isSame = sameMap(this.answer?.own.map, kept.map);
    if (kept.state === 'published' && !isSame && !(await this.isGivenUp(kept))) {
      return;
    }
    await this.act(() => call<Saved>(this.address(), { method: 'PUT', body: this.definition }));
  }

  /** What is changed has to be decided on again. */
  private isGivenUp(kept: Saved): Promise<boolean> {
    const { say } = this.desk;
    return isSure(this.desk, {
      title: say('thematic.change'),
      explained: say('thematic.change.text', { number: kept.decisionNo ?? '' }),
      yes: say('thematic.change.yes'),
      no: say('thematic.leave'),
    });
  }

  private async remove(): Promise<void> {
    try {
      await call(this.address(), { method: 'DELETE' });
      this.saved = await call<Saved[]>(API).catch(() => this.saved.filter(({ id }) => id !== this.id));
      this.id = undefined;
      this.news = `${this.desk.say('thematic.removed')}.`;
      this.again();
    } catch (cause) {
      this.refused(cause);
    }
  }

  /** The kept map in the very version that is on the screen. */
  private address(part = ''): string {
    return seenAt(`${API}/${this.id}${part}`, this.kept);
  }

  /** What somebody changed meanwhile can be opened as it is now. */
  private refused(cause: unknown): void {
    const isStale = cause instanceof Refusal && cause.status === CONFLICT;
    const id = this.id;
    const help =
      isStale && id !== undefined ? [button(this.desk.say('thematic.openNow'), { class: 'secondary' }, () => this.reopen(id))] : [];
    this.result.told(this.why(cause), ...help);
  }

  private async reopen(id: string): Promise<void> {
    try {
      this.saved = await call<Saved[]>(API);
      this.load(id);
    } catch (cause) {
      this.refused(cause);
    }
  }

  private async become(body: unknown): Promise<void> {
    await this.act(() => call<Saved>(this.address('/state'), { method: 'POST', body }));
  }

  private async act(deed: () => Promise<Saved>): Promise<void> {
    try {
      const done = await deed();
      const known = [...this.saved.filter(({ id }) => id !== done.id), done]; // what is done is done, can the list be read or not
      this.saved = withDone(await call<Saved[]>(API).catch(() => known), done);
      this.id = done.id;
      this.news = `${this.desk.say('thematic.done')}: ${this.desk.say(`thematic.state.${done.state}`)}.`;
      this.again();
    } catch (cause) {
      this.refused(cause);
    }
  }
}

/** What the editor begins with: storeys of buildings, where there are any. */
function first(types: readonly MapType[]): Definition {
  const type = types.find((one) => one.name === 'bina') ?? types[0];
  const value = type?.fields.find((one) => one.name === 'zeminUstuKatSayisi') ?? usualField(type);
  return {
    type: type?.name ?? '',
    value: value?.name ?? '',
    normaliser: null,
    filter: null,
    method: value?.kind === 'category' ? 'categories' : 'natural-breaks',
    classes: 5,
    breaks: [],
    palette: 'YlGnBu',
    reversed: false,
    noData: '#d8d8d8',
  };
}
