import { button, element } from '../../../shared/dom';
import { field, notice } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { type Drawing, drawArea } from '../agreements/area';
import { areasOf, type Corner, corners, type DrawnArea, polygon } from './question';

/** The areas of a question: drawn with the mouse, typed corner by corner, or brought along as a file. */
export class Areas {
  readonly root = element('div', { class: 'areas' });
  private readonly list = element('ul', {});
  private readonly told = element('div', {});
  private drawing: Promise<Drawing | undefined> | undefined;

  constructor(
    private readonly desk: Desk,
    private readonly areas: DrawnArea[],
    private readonly changed: () => void,
  ) {
    const say = desk.say;
    const typed = element('textarea', { rows: '4', spellcheck: 'false' });
    const take = button(say('planning.areas.take'), { class: 'small' }, () => this.type(typed));
    const file = element('input', { type: 'file', accept: '.geojson,.json,application/geo+json,application/json' });
    file.addEventListener('change', () => void this.load(file));
    this.root.append(
      this.list,
      element(
        'div',
        { class: 'actions' },
        button(say('planning.areas.draw'), { class: 'small' }, () => void this.draw()),
      ),
      element(
        'details',
        {},
        element('summary', {}, say('planning.areas.other')),
        field(say('planning.areas.corners'), typed, say('planning.areas.corners.hint')),
        element('div', { class: 'actions' }, take),
        field(say('planning.areas.file'), file, say('planning.areas.file.hint')),
      ),
      this.told,
    );
    this.show();
  }

  /** Takes off the map what drawing put there. */
  async close(): Promise<void> {
    (await this.drawing)?.remove();
  }

  private async draw(): Promise<void> {
    this.drawing ??= drawArea(this.desk, ({ shape }) => {
      if (shape) {
        const [ring] = shape.coordinates as readonly (readonly Corner[])[];
        this.add(polygon(ring ?? []));
        void this.drawing?.then((drawing) => drawing?.clear()); // from here on the answer shows it
      }
    });
    const drawing = await this.drawing;
    if (!drawing) {
      this.told.replaceChildren(notice('note', this.desk.say('app.noMap')));
      return;
    }
    drawing.start();
    this.told.replaceChildren(notice('note', this.desk.say('planning.areas.drawing')));
  }

  private type(input: HTMLTextAreaElement): void {
    const positions = corners(input.value);
    const shape = positions && polygon(positions);
    if (!shape) {
      this.told.replaceChildren(notice('bad', this.desk.say('planning.areas.corners.bad')));
      return;
    }
    input.value = '';
    this.add(shape);
  }

  private async load(input: HTMLInputElement): Promise<void> {
    try {
      const found = areasOf((await input.files?.[0]?.text()) ?? '', this.desk.say('planning.areas.name'));
      if (found.length === 0) {
        throw new Error('no area');
      }
      this.areas.push(...found);
      this.told.replaceChildren(notice('good', this.desk.say('planning.areas.loaded', { count: found.length })));
      this.show();
      this.changed();
    } catch {
      this.told.replaceChildren(notice('bad', this.desk.say('planning.areas.file.bad')));
    }
  }

  private add(shape: DrawnArea['shape'] | undefined): void {
    if (shape) {
      this.areas.push({ name: `${this.desk.say('planning.areas.name')} ${this.areas.length + 1}`, shape });
      this.told.replaceChildren();
      this.show();
      this.changed();
    }
  }

  private show(): void {
    this.list.hidden = this.areas.length === 0;
    this.list.replaceChildren(
      ...this.areas.map((area, index) => {
        const name = element('input', {
          type: 'text',
          value: area.name,
          maxlength: '100',
          'aria-label': this.desk.say('planning.areas.nameOf', { number: index + 1 }),
        });
        name.addEventListener('change', () => {
          area.name = name.value.trim();
          this.changed();
        });
        const away = button(
          this.desk.say('planning.areas.remove'),
          { class: 'small', 'aria-label': this.desk.say('planning.areas.removeNamed', { name: area.name }) },
          () => {
            this.areas.splice(index, 1);
            this.show();
            this.changed();
          },
        );
        return element('li', {}, name, away);
      }),
    );
  }
}
