import { button, element } from '../../../shared/dom';
import { keepingFocus } from '../../../shared/focus';
import type { Desk } from '../../desk';
import { AreaTools } from '../../parts/areaTools';
import { type Corner, type DrawnArea, polygon } from './question';

/** The areas of a question, each with its name. */
export class Areas {
  readonly root: HTMLElement;
  private readonly list = element('ul');
  private readonly tools: AreaTools;

  constructor(
    private readonly desk: Desk,
    private readonly areas: DrawnArea[],
    private readonly changed: () => void,
  ) {
    this.tools = new AreaTools(desk, desk.say('planning.areas.draw'), {
      drew: ({ shape }) => {
        if (shape) {
          const [ring] = shape.coordinates as readonly (readonly Corner[])[];
          this.add([polygon(ring ?? [])].flatMap((drawn) => (drawn ? [{ name: '', shape: drawn }] : [])));
          void this.tools.open().then((drawing) => drawing?.clear()); // from here on the answer shows it
        }
      },
      took: (areas) => this.add(areas),
    });
    this.root = element('div', { class: 'areas', tabindex: '-1' }, this.list, this.tools.element);
    this.show();
  }

  /** Takes off the map what drawing put there. */
  close(): Promise<void> {
    return this.tools.leave();
  }

  private add(areas: readonly DrawnArea[]): void {
    for (const { name, shape } of areas) {
      this.areas.push({ name: name || `${this.desk.say('planning.areas.name')} ${this.areas.length + 1}`, shape });
    }
    this.show();
    this.changed();
  }

  private show(): void {
    keepingFocus(this.root, () => this.list.replaceChildren(...this.areas.map((area, index) => this.line(area, index))), this.root);
    this.list.hidden = this.areas.length === 0;
  }

  private line(area: DrawnArea, index: number): HTMLElement {
    const { say } = this.desk;
    const name = element('input', {
      type: 'text',
      value: area.name,
      maxlength: '100',
      'aria-label': say('planning.areas.nameOf', { number: index + 1 }),
    });
    name.addEventListener('change', () => {
      area.name = name.value.trim();
      this.changed();
    });
    const away = button(
      say('planning.areas.remove'),
      { class: 'small', 'aria-label': say('planning.areas.removeNamed', { name: area.name }) },
      () => {
        this.areas.splice(index, 1);
        this.show();
        this.changed();
      },
    );
    return element('li', {}, name, away);
  }
}
