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

function ask(service: DirectoryService, request: DirectoryRequest): Promise<unknown> {
  switch (request.name) {
    case 'query':
      return service.query(...request.given);
    case 'rows':
      return service.rows(...request.given);
    case 'find':
      return service.find(...request.given);
    case 'take':
      return service.take(...request.given);
    case 'locate':
      return service.locate(...request.given);
    case 'count':
      return service.count(...request.given);
    case 'options':
      return service.options(...request.given);
    case 'duplicates':
      return service.duplicates();
    case 'lookUp':
      return service.lookUp(...request.given);
    case 'learn':
      return service.learn(...request.given);
    case 'patch':
      return service.patch(...request.given);
    case 'refresh':
      return service.refresh();
  }
}
