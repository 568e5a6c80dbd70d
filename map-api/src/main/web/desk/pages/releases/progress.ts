import type { Desk } from '../../desk';
import type { RunLine } from '../../parts/runWatch';
import type { Run } from './types';

/** The long step under way, or the last one, in words. */
export function lineOf(run: Run, { say }: Desk): RunLine | undefined {
  if (run.state === 'idle' || run.what === null) {
    return undefined;
  }
  const what = say(`releases.run.${run.what}`);
  const follows = run.state === 'done' && run.what === 'publish' ? say('releases.run.follows') : '';
  return {
    kind: run.state === 'failed' ? 'bad' : run.state === 'done' ? 'good' : 'note',
    what,
    text: [`${what}: ${say(`releases.run.${run.state}`, { step: run.step })}`, run.message, follows].filter((part) => part).join(' — '),
    hint: say('releases.run.goesOn'),
  };
}
