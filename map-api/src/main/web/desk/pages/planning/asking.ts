import { button, element } from '../../../shared/dom';
import { call, callFile, Refusal } from '../../../shared/http';
import { notice, save } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { reason } from '../../reason';
import { memberName } from './names';
import { API, addressOf } from './question';

const LOOK_MS = 1_000;
const STAGES = ['waiting', 'streets', 'features', 'walking', 'shapes'] as const;

/** Asks a question, shows how far it is, and lets it be ended; a new one ends the one before. */
export class Asking {
  private running: { readonly cancel: AbortController; readonly name: string } | undefined;

  constructor(
    private readonly desk: Desk,
    readonly told: HTMLElement,
  ) {
    desk.left.addEventListener('abort', () => this.stop());
  }

  /** The answer; undefined when it was refused, which has been said, or ended. */
  async ask<T>(path: string, body: object): Promise<T | undefined> {
    this.stop();
    if (this.desk.left.aborted) {
      return undefined;
    }
    const own = { cancel: new AbortController(), name: crypto.randomUUID() };
    this.running = own;
    const say = this.desk.say;
    const line = element('span', { role: 'status' }, say('planning.running'));
    const seconds = element('span', { 'aria-hidden': 'true' });
    const end = button(say('planning.stop'), { class: 'small' }, () => this.stop());
    this.told.replaceChildren(element('div', { class: 'actions' }, line, seconds, end));
    const looking = window.setInterval(() => void this.look(own.name, line, seconds), LOOK_MS);
    try {
      const answer = await call<T>(addressOf(path, location.search), {
        method: 'POST',
        body,
        cancel: own.cancel.signal,
        headers: { 'X-Planning-Run': own.name },
      });
      if (this.running === own) {
        this.told.replaceChildren();
      }
      return answer;
    } catch (cause) {
      if (this.running === own) {
        this.told.replaceChildren(
          own.cancel.signal.aborted
            ? notice('note', say('planning.stopped'))
            : notice(
                'bad',
                reason(cause, say, (member) => memberName(member, say)),
              ),
        );
      }
      return undefined;
    } finally {
      window.clearInterval(looking);
      if (this.running === own) {
        this.running = undefined;
      }
    }
  }

  /** Ends it here and at the service. */
  stop(): void {
    const running = this.running;
    if (running) {
      running.cancel.abort();
      call(`${API}/runs/${running.name}`, { method: 'DELETE' }).catch((cause: unknown) => {
        if (!(cause instanceof Refusal)) {
          console.warn(cause);
        }
      });
    }
  }

  /** A stage is heard once; the seconds are seen. */
  private async look(name: string, line: HTMLElement, seconds: HTMLElement): Promise<void> {
    const now = await call<{ stage: string; milliseconds: number } | undefined>(`${API}/runs/${name}`).catch(() => undefined);
    const stage = STAGES.find((one) => one === now?.stage);
    if (now && stage) {
      const text = this.desk.say(`planning.stage.${stage}`);
      if (line.textContent !== text) {
        line.textContent = text;
      }
      seconds.textContent = this.desk.say('planning.seconds', { seconds: Math.round(now.milliseconds / 1000) });
    }
  }

  /** Saves an answer as a file. */
  async save(path: string, body: object, name: string): Promise<void> {
    try {
      save(await callFile(addressOf(path, location.search), { method: 'POST', body }), name);
    } catch (cause) {
      this.told.replaceChildren(
        notice(
          'bad',
          reason(cause, this.desk.say, (member) => memberName(member, this.desk.say)),
        ),
      );
    }
  }
}
