import { button, element } from '../../../shared/dom';
import { keepingFocus } from '../../../shared/focus';
import { call } from '../../../shared/http';
import { once, submitOnce } from '../../../shared/once';
import { field, notice } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { ask, isSure } from '../../parts/ask';
import { isBusy, RunWatch } from '../../parts/runWatch';
import { reason } from '../../reason';
import { draftParts } from './draft';
import { FindingsView } from './findings';
import { approveForm, draftForm } from './forms';
import { lineOf } from './progress';
import { API, type Draft, isOpen, type Now, type Rule, type Run } from './types';

/** The steward's side of the page: the draft, and each step of it. */
export class DraftWork {
  private readonly told = element('div', { class: 'told', 'aria-live': 'polite' });
  private readonly body = element('div', { class: 'stack', tabindex: '-1' });
  private readonly findings: FindingsView;
  private readonly watch: RunWatch<Run>;

  /** @param served is called when another release may be served */
  constructor(
    root: HTMLElement,
    private readonly desk: Desk,
    private readonly served: () => Promise<void>,
  ) {
    this.findings = new FindingsView(desk, (draft) => `${API}/${draft}/findings`);
    this.watch = new RunWatch<Run>(
      `${API}/run`,
      desk.left,
      (run) => lineOf(run, desk),
      () =>
        void this.send(async () => {
          await Promise.all([this.load(), this.served()]);
        }),
    );
    root.append(this.watch.root, this.told, this.body);
  }

  async load(): Promise<void> {
    this.show(await call<Now>(`${API}/draft`, { cancel: this.desk.left }));
  }

  /** What was said of the last step, and the draft against what is served, may be over. */
  renew(): Promise<void> {
    return this.send(async () => {
      this.told.replaceChildren();
      await this.load();
    });
  }

  leave(): void {
    this.findings.leave();
  }

  private show(now: Now): void {
    const { run, draft } = now;
    this.watch.show(run);
    this.findings.root.replaceChildren();
    this.findings.leave();
    const parts = draft ? this.parts(draft) : [notice('note', this.desk.say('releases.draft.none'))];
    keepingFocus(this.body, () => this.body.replaceChildren(...parts), this.body);
    this.body.append(draftForm(now, this.desk, (path, body) => this.redraft(draft, path, body)));
    this.body.inert = isBusy(run);
  }

  private parts(draft: Draft): Node[] {
    const deeds = {
      look: (rule: Rule): void => void this.findings.open({ draft: draft.number, rule }),
      accept: (rule: Rule) => this.accept(draft, rule),
    };
    const approval = draft.checkedAt ? approveForm(draft, this.desk, (path, body) => this.decide(path, body)) : undefined;
    return [
      ...draftParts(draft, deeds, this.desk),
      this.findings.root,
      ...(draft.rules.some(isOpen) ? [notice('note', this.desk.say('releases.frozen', { number: draft.number }))] : []),
      this.checkButton(draft),
      ...(approval ? [approval] : []),
      ...(isReady(draft) ? [this.publishForm(draft)] : []),
    ];
  }

  private checkButton({ number, checkedAt }: Draft): HTMLElement {
    const { say } = this.desk;
    return element(
      'div',
      { class: 'actions' },
      button(say(checkedAt ? 'releases.check.again' : 'releases.check'), { class: checkedAt ? 'secondary' : 'primary' }, () =>
        this.begin(`${number}/check`, {}),
      ),
      checkedAt ? element('small', {}, say('releases.check.again.hint')) : undefined,
    );
  }

  private publishForm({ number }: Draft): HTMLElement {
    const { say } = this.desk;
    const loss = element('input', { maxlength: '500', autocomplete: 'off' });
    const form = element(
      'form',
      { class: 'panel' },
      element('h3', {}, say('releases.publish.title')),
      field(say('releases.publish.loss'), loss, say('releases.publish.loss.hint')),
      element('button', { class: 'primary' }, say('releases.publish')),
    );
    submitOnce(form, () => this.publish(number, loss.value.trim()));
    return form;
  }

  private async publish(number: number, loss: string): Promise<void> {
    const { say } = this.desk;
    const title = say('releases.publish.ask', { number });
    if (await isSure(this.desk, { title, explained: say('releases.publish.explained'), yes: say('releases.publish') })) {
      await this.begin(`${number}/publication`, { reason: loss });
    }
  }

  private async accept(draft: Draft, rule: Rule): Promise<void> {
    const { say } = this.desk;
    const why = await ask(this.desk, {
      title: say('releases.accept.title', { rule: rule.id, count: rule.found }),
      explained: say('releases.accept.explained'),
      yes: say('releases.accept'),
      reason: { label: say('releases.reason'), hint: say('releases.accept.hint'), value: rule.earlier ?? '' },
    });
    if (why !== undefined) {
      await this.decide(`${draft.number}/acceptances`, { rule: rule.id, reason: why });
    }
  }

  /** In place of a draft somebody has worked on only when that is said. */
  private async redraft(draft: Draft | null, path: string, body: object): Promise<void> {
    const answered = draft?.rules.filter(({ accepted }) => accepted !== null).length ?? 0;
    const { say } = this.desk;
    const question = {
      title: say('releases.draft.anew.title', { number: draft?.number ?? 0 }),
      explained: say('releases.draft.anew.explained', { count: answered }),
      yes: say('releases.draft.make'),
    };
    if (!draft?.checkedAt || (await isSure(this.desk, question))) {
      await this.begin(path, body);
    }
  }

  /** A step that is done at once. */
  private decide(path: string, body: object): Promise<void> {
    return this.sendOnce(async () => {
      const now = await call<Now>(`${API}/${path}`, { method: 'POST', body });
      this.told.replaceChildren(notice('good', this.desk.say('releases.done')));
      this.show(now);
    });
  }

  /** A step that goes on by itself. */
  private begin(path: string, body: object): Promise<void> {
    return this.sendOnce(async () => {
      const run = await call<Run>(path === '' ? API : `${API}/${path}`, { method: 'POST', body });
      this.told.replaceChildren();
      this.body.inert = isBusy(run);
      this.watch.show(run);
    });
  }

  /** One step at a time, whichever button it was. */
  private sendOnce(step: () => Promise<void>): Promise<void> {
    return once(this.body, () => this.send(step));
  }

  /** What fails may be tried again. */
  private async send(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (cause) {
      if (this.desk.left.aborted) return;
      this.body.inert = false;
      this.told.replaceChildren(notice('bad', reason(cause, this.desk.say)));
      this.told.scrollIntoView({ block: 'nearest' });
    }
  }
}

/** Whether nothing is left to be mended, answered for or approved. */
function isReady(draft: Draft): boolean {
  return draft.checkedAt !== null && !draft.rules.some(isOpen) && draft.themes.every((theme) => theme.decision !== null);
}
