import { buildSandbox } from '../../server/sandbox/app.ts';

/** What the sandbox's process tells the benchmark: first where it is, then each call. */
export type Told =
  | { kind: 'ready'; baseUrl: string; clientId: string; clientSecret: string }
  /** `at` in milliseconds of that process, whatever the sandbox answered. */
  | { kind: 'call'; at: number; status: number };

const budgetPerMinute = Number(process.argv[2]);
const sandbox = await buildSandbox({ file: ':memory:', budgetPerMinute });
const tell = (told: Told) => process.send?.(told);

sandbox.app.server.on('request', (_, response) => {
  const at = performance.now();
  response.on('close', () => tell({ kind: 'call', at, status: response.statusCode }));
});
const baseUrl = await sandbox.app.listen({ host: '127.0.0.1', port: 0 });
tell({ kind: 'ready', baseUrl, clientId: sandbox.client.id, clientSecret: sandbox.client.secret });
process.on('disconnect', () => process.exit(0));
