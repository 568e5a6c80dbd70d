import { button, element } from '../../../shared/dom';
import { field } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { AreaTools } from '../../parts/areaTools';
import type { DrawnArea } from '../planning/question';
import type { Drawing, Drawn } from './area';
import type { Area, Polygon } from './types';

/** The area of an agreement in the wizard, for all layers that have none of their own. */
export class AreaChoice {
  readonly element: HTMLElement;
  private readonly policy: HTMLSelectElement;
  private readonly tools: AreaTools;
  private readonly state = element('span', { role: 'status' });
  private readonly apart = element('p', { role: 'status' });
  private drawing: Drawing | undefined;
  private drawn: Drawn;

  /** @param changed told when the area is another; whether somebody has just drawn it */
  constructor(
    private readonly desk: Desk,
    known: Area | undefined,
    private readonly changed: (isDrawnAnew: boolean) => void,
  ) {
    const { say } = desk;
    this.drawn = { shape: known?.shape, isOpen: false, canClose: false };
    this.policy = element(
      'select',
      {},
      ...(['within', 'intersects'] as const).map((value) => element('option', { value }, say(`agreements.policy.${value}`))),
    );
    this.policy.value = known?.policy ?? 'within';
    this.tools = new AreaTools(
      desk,
      say('agreements.form.draw'),
      { drew: (drawn) => this.change(drawn), took: (areas) => this.take(shapeOf(areas)) },
      button(say('agreements.form.clear'), { class: 'small' }, () => this.clear()),
      this.state,
    );
    this.element = element(
      'fieldset',
      {},
      element('legend', {}, say('agreements.form.where')),
      element('p', {}, say('agreements.form.where.hint')),
      this.tools.element,
      this.apart,
      field(say('agreements.form.policy'), this.policy),
    );
    this.tell();
  }

  /** What the layers share of the area; of one that is still being drawn there is none yet. */
  get area(): Area | undefined {
    return this.drawn.shape && { policy: this.policy.value as Area['policy'], shape: this.drawn.shape };
  }

  get isOpen(): boolean {
    return this.drawn.isOpen;
  }

  async openMap(): Promise<void> {
    this.drawing = await this.tools.open();
    if (this.drawn.shape) {
      this.drawing?.show(this.drawn.shape);
    }
  }

  leave(): void {
    void this.tools.leave();
  }

  /** Shows what a partner would see. */
  sample(shapes: readonly GeoJSON.Geometry[]): void {
    this.drawing?.sample(shapes);
  }

  /** Tells which layers this area does not hold for, and shows the areas they have instead. */
  tellApart(titles: readonly string[], shapes: readonly Polygon[]): void {
    const text = titles.length > 0 ? this.desk.say('agreements.form.apart', { layers: titles.join(', ') }) : '';
    if (this.apart.textContent !== text) {
      this.apart.textContent = text;
    }
    this.drawing?.showOwn(shapes);
  }

  private change(drawn: Drawn): void {
    this.drawn = drawn;
    this.tell();
    this.changed(drawn.shape !== undefined);
  }

  /** Without a map, too. */
  private take(shape: Polygon): void {
    if (this.drawing) {
      this.drawing.take(shape);
    } else {
      this.change({ shape, isOpen: false, canClose: false });
    }
  }

  private clear(): void {
    if (this.drawing) {
      this.drawing.clear();
    } else {
      this.change({ shape: undefined, isOpen: false, canClose: false });
    }
  }

  private tell(): void {
    const { say } = this.desk;
    const { shape, isOpen } = this.drawn;
    this.state.textContent = say(isOpen ? 'agreements.form.drawing' : shape ? 'agreements.form.area' : 'agreements.form.everywhere');
  }
}

/** Several areas are one with parts. */
function shapeOf(areas: readonly DrawnArea[]): Polygon {
  const parts = areas.flatMap(({ shape }) => (shape.type === 'Polygon' ? [shape.coordinates] : (shape.coordinates as unknown[])));
  return (parts.length === 1 ? { type: 'Polygon', coordinates: parts[0] } : { type: 'MultiPolygon', coordinates: parts }) as Polygon;
}

/** What most of the layers have in common, that an amendment begins with; the first of several as common. */
export function commonArea(areas: readonly (Area | undefined)[]): Area | undefined {
  const alike = (area: Area | undefined): number => areas.filter((other) => isSameArea(other, area)).length;
  return areas.reduce((best, area) => (alike(area) > alike(best) ? area : best), areas[0]);
}

export function isSameArea(one: Area | undefined, other: Area | undefined): boolean {
  return (
    JSON.stringify(one && [one.policy, one.shape.type, one.shape.coordinates]) ===
    JSON.stringify(other && [other.policy, other.shape.type, other.shape.coordinates])
  );
}
