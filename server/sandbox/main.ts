import { mkdirSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { type Sandbox, buildSandbox } from './app.ts';
import { HELP, type Options, UsageError, parseOptions } from './options.ts';
import { createSeedProgress } from './seed-progress.ts';

try {
  const options = parseOptions(process.argv.slice(2));
  if (options.isHelp) process.stdout.write(HELP);
  else await run(options);
} catch (error) {
  if (!(error instanceof UsageError) && !isListenFailure(error)) throw error;
  process.stderr.write(`${error.message}\nnpm run sandbox -- --help explains the flags.\n`);
  process.exit(1);
}

async function run(options: Options): Promise<void> {
  mkdirSync(dirname(options.file), { recursive: true });
  if (options.isReset) for (const suffix of ['', '-wal', '-shm']) rmSync(options.file + suffix, { force: true });

  const { file, customers, bookings, scopes, now, budget } = options;
  const building = buildSandbox({
    file,
    customers,
    budgetPerMinute: budget,
    onProgress: createSeedProgress(process.stderr),
    ...(bookings !== undefined && { bookings }),
    ...(scopes && { scopes }),
    ...(now !== undefined && { now }),
  });
  endWithParent(async () => {
    await (await building).close();
  });
  const sandbox = await building;
  if (options.isSeedOnly) {
    await sandbox.close();
    process.stderr.write(`${file} is ready.\n`);
    process.exit(0);
  }
  await sandbox.app.listen({ host: '127.0.0.1', port: options.port });
  const baseUrl = `http://127.0.0.1:${(sandbox.app.server.address() as AddressInfo).port}`;
  process.stdout.write(options.isJson ? machineLine(sandbox, baseUrl) : welcome(sandbox, baseUrl, file));
}

/** A signal, or the end of the process that forked this one, ends the sandbox. */
function endWithParent(close: () => Promise<void>): void {
  function end(): void {
    void close().then(() => process.exit(0));
  }
  for (const event of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(event, end);
}

function machineLine({ client, controlKey }: Sandbox, baseUrl: string): string {
  return `${JSON.stringify({ baseUrl, clientId: client.id, clientSecret: client.secret, controlKey })}\n`;
}

function welcome({ client, controlKey }: Sandbox, baseUrl: string, file: string): string {
  return `The Reservie sandbox listens on ${baseUrl}

  Client id      ${client.id}
  Client secret  ${client.secret}
  Control key    ${controlKey}
  Data           ${file}
  Documentation  ${baseUrl}/docs

Ctrl-C stops it.
`;
}

function isListenFailure(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && error.syscall === 'listen';
}
