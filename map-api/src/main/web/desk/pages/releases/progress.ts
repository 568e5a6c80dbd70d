import { element } from '../../../shared/dom';
import { call } from '../../../shared/http';
import { notice } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { API, isBusy, type Run } from './types';

const PERIOD_MS = 1000;

/** Tells how far the long step is while the page is open; it goes on without it. */
export class RunWatch {
  readonly root = element('div', { class: 'told', 'aria-live': 'polite' });
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isLeft = false;

  /** @param ended is called when a step that was watched has ended */
  constructor(
    private readonly desk: Desk,
    private readonly ended: () => void,
  ) {}

  show(run: Run): void {
    clearTimeout(this.timer);
    this.root.replaceChildren(...line(run, this.desk));
    if (isBusy(run)) {
      this.lookSoon();
    }
  }

  leave(): void {
    this.isLeft = true;
    clearTimeout(this.timer);
  }

  private lookSoon(): void {
    if (!this.isLeft) {
      this.timer = setTimeout(() => void this.look(), PERIOD_MS);
    }
  }

  private async look(): Promise<void> {
    const run = await call<Run>(`${API}/run`).catch(() => undefined);
    if (run === undefined) {
      this.lookSoon();
    } else if (!this.isLeft) {
      this.show(run);
      if (!isBusy(run)) {
        this.ended();
      }
    }
  }
}

function line(run: Run, { say }: Desk): Node[] {
  if (run.state === 'idle' || run.what === null) {
    return [];
  }
  const what = say(`releases.run.${run.what}`);
  const told = notice(
    run.state === 'failed' ? 'bad' : run.state === 'done' ? 'good' : 'note',
    [`${what}: ${say(`releases.run.${run.state}`, { step: run.step })}`, run.message].filter((part) => part).join(' — '),
  );
  if (isBusy(run)) {
    const share: Record<string, string> = run.all > 0 ? { value: String(run.done), max: String(run.all) } : {};
    told.append(element('progress', { ...share, 'aria-label': what }), element('small', {}, say('releases.run.goesOn')));
  }
  return [told];
}
