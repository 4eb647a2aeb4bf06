import { gateway } from '#contract/gateway.ts';
import { call } from '#shared/api/call.ts';
import { answerRequest } from './answer-request.ts';
import type { DirectoryMessage, DirectoryRequest } from './directory-protocol.ts';
import { DirectoryService } from './directory-service.ts';

// Up to 100,000 customers are read, parsed, searched and sorted here, so that the page never waits for it.
const scope = self as unknown as DedicatedWorkerGlobalScope;
const service = new DirectoryService({
  load: () => call(gateway.listCustomers, {}),
  onChange: () => post({ changed: true }),
});

scope.addEventListener('message', ({ data }: MessageEvent<DirectoryRequest>) => {
  void answerRequest(service, data).then(post);
});

function post(message: DirectoryMessage): void {
  scope.postMessage(message);
}
