import { button, element } from '../shared/dom';
import { size } from '../shared/format';
import type { Language } from '../shared/messages';
import { save } from '../shared/parts';
import { reason } from './reason';
import type { Door } from './service';
import type { Say } from './words';

/** Brings files to the person. While one comes it is told how much of it is there, and it can be stopped. */
export class Downloads {
  readonly root = element('div');
  private readonly told = element('p', { class: 'told', role: 'status' });
  private readonly coming = element('div');

  constructor(
    private readonly door: Door,
    private readonly language: Language,
    private readonly say: Say,
  ) {
    this.root.append(this.coming, this.told);
  }

  /** @param back where the keyboard goes when the button that stops it is there no more */
  async bring(address: string, name: string, back: HTMLElement): Promise<void> {
    const { say, told } = this;
    const stopped = new AbortController();
    const line = new Line(name, this.language, say, () => stopped.abort());
    this.coming.append(line.root);
    told.textContent = say('layers.loading');
    try {
      save(await this.door.file(address, stopped.signal, (received, all) => line.show(received, all)), name);
      told.textContent = say('layers.loaded', { name });
    } catch (cause) {
      told.textContent = stopped.signal.aborted ? say('layers.stopped', { name }) : say('layers.failed', { detail: reason(cause, say) });
    } finally {
      line.leave(back);
    }
  }
}

/** One file on its way; its bytes are shown, and not read aloud each time some more have come. */
class Line {
  readonly root: HTMLElement;
  private readonly bar: HTMLProgressElement;
  private readonly received = element('span');
  private readonly stop: HTMLButtonElement;

  constructor(
    name: string,
    private readonly language: Language,
    private readonly say: Say,
    stop: () => void,
  ) {
    this.bar = element('progress', { 'aria-label': name });
    this.stop = button(say('layers.stop'), { class: 'secondary', 'aria-label': `${say('layers.stop')}: ${name}` }, stop);
    this.root = element('p', { class: 'deeds coming' }, this.bar, this.received, this.stop);
  }

  show(received: number, all: number | undefined): void {
    const { language, say } = this;
    if (all === undefined) {
      this.received.textContent = size(received, language);
      return;
    }
    this.bar.max = all;
    this.bar.value = received;
    this.received.textContent = say('layers.received', { received: size(received, language, all), all: size(all, language) });
  }

  leave(back: HTMLElement): void {
    const hadFocus = document.activeElement === this.stop;
    this.root.remove();
    if (hadFocus) {
      back.focus();
    }
  }
}
