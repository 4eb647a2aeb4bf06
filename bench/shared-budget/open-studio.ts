import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type OpenGateway, openGateway } from '../open-gateway.ts';
import type { Told } from './upstream.ts';

export interface Studio extends OpenGateway {
  /** What arrived at the sandbox, token and refused calls included. */
  calls: readonly { at: number; status: number }[];
  allCustomers: readonly string[];
}

/** A gateway before a sandbox in a process of its own, whose work must not count as the gateway's. */
export async function openStudio(budget: number): Promise<Studio> {
  const child = fork(join(import.meta.dirname, 'upstream.ts'), [String(budget)], {
    execArgv: ['--import', import.meta.resolve('tsx')],
  });
  const calls: { at: number; status: number }[] = [];
  const account = await new Promise<Extract<Told, { kind: 'ready' }>>((resolve, reject) => {
    child.on('message', (told: Told) => {
      if (told.kind === 'ready') resolve(told);
      else calls.push(told);
    });
    child.once('exit', () => reject(new Error('The sandbox ended.')));
  });
  const opened = await openGateway({ reservie: account, requestsPerMinute: budget });
  const answer = await fetch(`${opened.url}/api/customers`, { headers: { cookie: opened.cookie } });
  const list = (await answer.json()) as { data: { id: string }[] };
  return {
    ...opened,
    calls,
    allCustomers: list.data.map(({ id }) => id),
    close: async () => {
      await opened.close();
      child.disconnect();
      await once(child, 'exit');
    },
  };
}
