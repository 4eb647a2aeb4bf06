import type { AddressInfo } from 'node:net';
import { buildGateway } from '../../server/gateway/app.ts';
import { TEST_SECRET } from '../../server/gateway/testing/test-gateway.ts';

const { env } = process;
const read = (name: string) => env[name] ?? '';
/** The same for every start, so that a gateway that was killed does not wake up in its own past. */
const began = Number(read('CLOCK_BEGAN'));

/** One gateway on a SQLite file, whose clock runs fast, so that answers grow old within a round. */
const gateway = await buildGateway({
  mode: 'live',
  timeZone: 'Europe/London',
  clock: () => began + (Date.now() - began) * Number(read('CLOCK_SPEED')),
  reservie: {
    baseUrl: read('RESERVIE_BASE_URL'),
    clientId: read('RESERVIE_CLIENT_ID'),
    clientSecret: read('RESERVIE_CLIENT_SECRET'),
  },
  requestsPerMinute: 0,
  timeoutMs: 2_000,
  store: { file: read('SQLITE_FILE'), isOnlyProcess: true },
  accounts: { secret: TEST_SECRET },
});
process.once('SIGTERM', () => void gateway.close().then(() => process.exit(0)));
await gateway.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`http://localhost:${(gateway.server.address() as AddressInfo).port}\n`);
