import type { WriteStream } from 'node:tty';

const WIDTH = 30;

/**
 * Shows seeding on a stream: a bar that redraws itself on a terminal, a line for every tenth otherwise, so that a log
 * stays readable. Nothing at all when seeding takes no call.
 */
export function createSeedProgress(stream: Pick<WriteStream, 'write'> & { isTTY?: boolean }) {
  let shown = -1;
  return (done: number, total: number): void => {
    const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
    const step = stream.isTTY === true ? percent : percent - (percent % 10);
    if (step === shown) return;
    shown = step;
    if (stream.isTTY === true) {
      const filled = Math.round((percent / 100) * WIDTH);
      const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
      stream.write(`\rMaking a studio ${bar} ${percent} %${percent === 100 ? '\n' : ''}`);
    } else {
      stream.write(`Making a studio: ${step} %\n`);
    }
  };
}
