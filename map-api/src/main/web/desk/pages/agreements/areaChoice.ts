import { button, element } from '../../../shared/dom';
import { field } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { type Drawing, type Drawn, drawArea } from './area';
import type { Area, Polygon } from './types';

/** The area of an agreement in the wizard: drawn on the map, for all layers that have none of their own. */
export class AreaChoice {
  readonly element: HTMLElement;
  private readonly policy: HTMLSelectElement;
  private readonly close: HTMLButtonElement;
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
    this.close = button(say('agreements.form.close'), {}, () => this.drawing?.close());
    this.element = element(
      'fieldset',
      {},
      element('legend', {}, say('agreements.form.where')),
      element('p', {}, say('agreements.form.where.hint')),
      element(
        'p',
        { class: 'actions' },
        button(say('agreements.form.draw'), {}, () => this.drawing?.start()),
        this.close,
        button(say('agreements.form.clear'), {}, () => this.drawing?.clear()),
        this.state,
      ),
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
    this.drawing = await drawArea(this.desk, (drawn) => {
      this.drawn = drawn;
      this.tell();
      this.changed(drawn.shape !== undefined);
    });
    if (this.drawn.shape) {
      this.drawing?.show(this.drawn.shape);
    }
  }

  leave(): void {
    this.drawing?.remove();
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

  private tell(): void {
    const { say } = this.desk;
    const { shape, isOpen, canClose } = this.drawn;
    this.close.hidden = !isOpen;
    this.close.disabled = !canClose;
    this.state.textContent = say(isOpen ? 'agreements.form.drawing' : shape ? 'agreements.form.area' : 'agreements.form.everywhere');
  }
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
