import type { DirectoryMessage, DirectoryRequest } from './directory-protocol.ts';
import type { DirectoryService } from './directory-service.ts';
import { packError } from './posted-error.ts';
import type { SharedAnswer } from './shared-answer.ts';

/**
 * Hands one request to the service and makes the message that answers it; never rejects. Rows that a user waits for are put
 * into the memory that is shared, where there is some.
 */
export async function answerRequest(
  service: DirectoryService,
  request: DirectoryRequest,
  shared?: SharedAnswer,
): Promise<DirectoryMessage> {
  try {
    const answer = await ask(service, request);
    const { id } = request;
    const isShared = request.name === 'query' && answer !== undefined && shared?.put(id, answer) === true;
    return isShared ? { id, isShared } : { id, answer };
  } catch (error) {
    return { id: request.id, error: packError(error) };
  }
}

/** The service's methods are named as the requests are, and take what these give. */
async function ask(service: DirectoryService, { name, given }: DirectoryRequest): Promise<unknown> {
  const answer: unknown = await Reflect.apply(service[name], service, given);
  return answer;
}
