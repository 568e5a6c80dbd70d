import { button, element } from '../../../shared/dom';
import { keepingFocus } from '../../../shared/focus';
import { moment, number } from '../../../shared/format';
import { call } from '../../../shared/http';
import { notice, table } from '../../../shared/parts';
import type { Desk } from '../../desk';
import { ask } from '../../parts/ask';
import { reason } from '../../reason';
import { API, type Release } from './types';

/**
 * All releases, newest first; a steward may serve an earlier one again.
 *
 * @param wentBack is called when one is
 */
export async function showList(root: HTMLElement, isSteward: boolean, desk: Desk, wentBack: () => void): Promise<void> {
  const { say, language } = desk;
  const told = element('div', { class: 'told', 'aria-live': 'polite' });
  const body = element('div', { tabindex: '-1' });
  const show = (rows: readonly Release[]): void => {
    const columns = [
      { title: say('releases.number'), isFigure: true, cell: (one: Release) => String(one.number) },
      { title: say('releases.state'), cell: (one: Release) => say(`releases.state.${one.state}`) },
      { title: say('releases.published'), cell: (one: Release) => (one.publishedAt ? moment(one.publishedAt, language) : '–') },
      { title: say('releases.features'), isFigure: true, cell: (one: Release) => number(one.features, language) },
      { title: say('releases.note'), cell: (one: Release) => one.note ?? '–' },
    ];
    const back = { title: say('releases.deeds'), cell: (one: Release) => deed(one) };
    keepingFocus(body, () => body.replaceChildren(table(say('releases.all'), isSteward ? [...columns, back] : columns, rows)), body);
  };
  const deed = (one: Release): Node | string =>
    one.state === 'published' || one.state === 'withdrawn'
      ? button(say('releases.back'), { class: 'small', 'data-back': String(one.number) }, () => serveAgain(one))
      : '';
  const serveAgain = async ({ number: release }: Release): Promise<void> => {
    const why = await ask(desk, {
      title: say('releases.back.title', { number: release }),
      explained: say('releases.back.explained'),
      yes: say('releases.back'),
      reason: { label: say('releases.reason'), hint: say('releases.back.hint'), value: '' },
    });
    if (why === undefined) return;
    try {
      const rows = await call<readonly Release[]>(`${API}/${release}/rollback`, { method: 'POST', body: { reason: why } });
      told.replaceChildren(notice('good', say('releases.back.done', { number: release })));
      show(rows);
      wentBack();
    } catch (cause) {
      told.replaceChildren(notice('bad', reason(cause, say)));
    }
  };
  show(await call<readonly Release[]>(API, { cancel: desk.left }));
  root.replaceChildren(told, body);
}
