import { element } from '../../shared/dom';
import { call } from '../../shared/http';
import { notice } from '../../shared/parts';

const PERIOD_MS = 1000;

/** A long step of the service, and how far it is. */
interface LongRun {
  readonly state: string;
  readonly done: number;
  readonly all: number;
}

/** A step in words. */
export interface RunLine {
  readonly kind: 'good' | 'bad' | 'note';
  /** Which step it is. */
  readonly what: string;
  readonly text: string;
  readonly hint?: string;
}

export function isBusy(run: LongRun): boolean {
  return run.state === 'waiting' || run.state === 'running';
}

/** Follows a long step while the page is open; it goes on without it. A look that fails is followed by another. */
export class RunWatch<Run extends LongRun> {
  readonly root = element('div', { class: 'told' });
  private timer: ReturnType<typeof setTimeout> | undefined;
  private heard = '';

  /** @param ended is called when a step that was watched has ended */
  constructor(
    private readonly address: string,
    private readonly left: AbortSignal,
    private readonly word: (run: Run) => RunLine | undefined,
    private readonly ended: () => void,
  ) {
    left.addEventListener('abort', () => clearTimeout(this.timer));
  }

  show(run: Run): void {
    this.tell(run, this.word(run));
    this.lookSoon(isBusy(run));
  }

  private lookSoon(isWanted: boolean): void {
    clearTimeout(this.timer);
    if (isWanted && !this.left.aborted) {
      this.timer = setTimeout(() => void this.look(), PERIOD_MS);
    }
  }

  private async look(): Promise<void> {
    const run = await call<Run>(this.address, { cancel: this.left }).catch(() => undefined);
    if (run === undefined) {
      this.lookSoon(true);
    } else if (!this.left.aborted) {
      this.show(run);
      if (!isBusy(run)) {
        this.ended();
      }
    }
  }

  /** What is heard is that a step begins and that it ends; the figures in between are seen. */
  private tell(run: Run, line: RunLine | undefined): void {
    const [shown] = this.root.children;
    const heard = line ? `${line.what} ${run.state}` : '';
    if (line && shown && heard === this.heard) {
      shown.setAttribute('aria-live', 'off');
      shown.replaceChildren(...content(run, line));
    } else {
      this.root.replaceChildren(...(line ? [told(run, line)] : []));
    }
    this.heard = heard;
  }
}

function told(run: LongRun, line: RunLine): HTMLElement {
  const made = notice(line.kind, '');
  made.replaceChildren(...content(run, line));
  return made;
}

function content(run: LongRun, { text, what, hint }: RunLine): (Node | string)[] {
  if (!isBusy(run)) {
    return [text];
  }
  const share: Record<string, string> = run.all > 0 ? { value: String(run.done), max: String(run.all) } : {};
  return [text, element('progress', { ...share, 'aria-label': what }), ...(hint ? [element('small', {}, hint)] : [])];
}
