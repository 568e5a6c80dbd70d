import type { Corner } from '../../../shared/bounds';
import { button, element } from '../../../shared/dom';
import { Refusal } from '../../../shared/http';
import { field, notice } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { Pen, type PenHost } from '../../parts/pen';
import { nearCity, placesOf } from '../../parts/places';
import { MOST_PLACES, whereAre } from './typedPlace';

/** Where a record is cut: corners of a line across an area, or the one place a line is parted at; pointed at on the map, or typed. */
export class Cut implements PenHost {
  readonly root: HTMLElement;
  private readonly typed = element('textarea', { rows: '3', spellcheck: 'false' });
  private readonly draw: HTMLButtonElement;
  private readonly told = element('div', { class: 'told', 'aria-live': 'polite' });
  private pen: Pen | undefined;

  constructor(
    private readonly desk: Desk,
    private readonly isLine: boolean,
  ) {
    const { say } = desk;
    this.draw = button(say('records.split.draw'), { class: 'small', 'aria-pressed': 'false' }, () => this.toggle());
    const hint = say(isLine ? 'records.shape.place.hint' : 'records.shape.places.hint');
    this.root = element('div', {}, this.draw, this.told, field(say('records.split.corners'), this.typed, hint));
    desk.left.addEventListener('abort', () => this.pen?.remove());
  }

  /**
   * Undefined while places are missing, or where one cannot be read.
   *
   * @throws Refusal where one is far from the city
   */
  async blade(): Promise<object | undefined> {
    const typed = placesOf(this.typed.value) ?? [];
    if (typed.length < (this.isLine ? 1 : 2) || typed.length > MOST_PLACES) {
      return undefined;
    }
    const corners = nearCity(await whereAre(typed), this.desk.city.bbox);
    if (!corners) {
      throw new Refusal(400, this.desk.say('places.far'));
    }
    return this.isLine ? { type: 'Point', coordinates: corners[0] } : { type: 'LineString', coordinates: corners };
  }

  point([longitude, latitude]: Corner): void {
    const before = this.isLine ? [] : this.typed.value.split('\n').filter((line) => line.trim() !== '');
    const place = `${longitude.toFixed(6)} ${latitude.toFixed(6)}`;
    if (before[before.length - 1] !== place) {
      this.typed.value = [...before, place].join('\n');
    }
  }

  end(): void {
    this.lay();
  }

  laid(): void {
    this.show();
  }

  lay(): void {
    if (this.pen) {
      this.pen.down = false;
    }
    this.show();
  }

  private async toggle(): Promise<void> {
    const map = await this.desk.map().catch(() => undefined);
    if (this.desk.left.aborted) {
      return;
    }
    if (!map) {
      this.told.replaceChildren(notice('note', this.desk.say('app.noMap')));
      return;
    }
    this.pen ??= new Pen(map, this);
    this.pen.down = !this.pen.down;
    this.show();
  }

  private show(): void {
    const isDown = this.pen?.down ?? false;
    this.draw.setAttribute('aria-pressed', String(isDown));
    this.told.replaceChildren(...(isDown ? [notice('note', this.desk.say('records.shape.drawing'))] : []));
  }
}
