import { button, element } from '../../../shared/dom';
import { timeOf } from '../../../shared/format';
import { call } from '../../../shared/http';
import type { Desk } from '../../desk';
import type { Text } from './definition';

const ADDRESS = '/api/desk/thematic/geoserver';
const PAUSE_MS = 1_500;

/** How GeoServer, where there is one, stands to what is published. */
export interface Handover {
  readonly state: 'off' | 'idle' | 'waiting' | 'running' | 'done' | 'failed';
  readonly message: Text;
  readonly leftOut: readonly Text[];
  readonly again?: string | null;
}

/** A line that follows the setting up of GeoServer as long as it is on the page; nothing where there is none. */
export function handoverLine(desk: Desk): HTMLElement {
  const line = element('p', { class: 'handover', role: 'status', hidden: '' });
  const follow = async (): Promise<void> => {
    try {
      const told = await call<Handover>(ADDRESS);
      line.hidden = told.state === 'off' || told.state === 'idle';
      tell(line, told, desk, () => void retry());
      if (told.state === 'waiting' || told.state === 'running') {
        window.setTimeout(() => void (line.isConnected && follow()), PAUSE_MS);
      }
    } catch {
      line.hidden = true; // the maps are drawn all the same; the next look asks again
    }
  };
  const retry = async (): Promise<void> => {
    await call(ADDRESS, { method: 'POST', body: {} }).catch(() => undefined);
    await follow();
  };
  void follow();
  return line;
}

function tell(line: HTMLElement, told: Handover, desk: Desk, retry: () => void): void {
  const text = textOf(told, desk);
  if (line.dataset.text !== text) {
    line.dataset.text = text;
    line.replaceChildren(
      element('span', {}, text),
      ...(told.state === 'failed' ? [' ', button(desk.say('thematic.geoserver.retry'), {}, retry)] : []),
    );
  }
}

/** What is told in words. */
export function textOf(told: Handover, { say, language }: Pick<Desk, 'say' | 'language'>): string {
  switch (told.state) {
    case 'off':
    case 'idle':
      return '';
    case 'waiting':
    case 'running':
      return say('thematic.geoserver.running');
    case 'done':
      return told.leftOut.length === 0
        ? say('thematic.geoserver.done')
        : say('thematic.geoserver.leftOut', { layers: told.leftOut.map((one) => one[language]).join('; ') });
    case 'failed':
      return say('thematic.geoserver.failed', {
        message: told.message[language],
        time: told.again ? timeOf(told.again, language) : '–',
      });
  }
}
