import { expect, test } from 'vitest';
import { NetworkError } from '#shared/api/errors.ts';
import { DirectoryClient } from './directory-client.ts';

/** A client whose worker answers nothing: here only its version counts. */
function openClient(): DirectoryClient {
  return new DirectoryClient(() => ({ postMessage: () => undefined, terminate: () => undefined }));
}

test('what is followed is asked again when the list changes, and only the last answer counts', async () => {
  const client = openClient();
  const answers: ((answer: string) => void)[] = [];
  const asked: Promise<string>[] = [];
  const taken: string[] = [];
  const ask = () => {
    const answer = new Promise<string>((resolve) => answers.push(resolve));
    asked.push(answer);
    return answer;
  };
  const end = client.follow(ask, (answer) => taken.push(answer));
  client.askAgain();
  answers[1]?.('second');
  answers[0]?.('first, too late');
  await Promise.all(asked);
  expect(taken).toEqual(['second']);
  client.askAgain();
  end();
  answers[2]?.('after the end');
  client.askAgain();
  await Promise.all(asked);
  expect(taken).toEqual(['second']);
  expect(asked).toHaveLength(3);
});

test('a question that fails leaves what is followed as it was', async () => {
  const client = openClient();
  const asked = [Promise.resolve('known'), Promise.reject(new NetworkError('the worker failed'))];
  const questions = [...asked];
  const taken: string[] = [];
  client.follow(
    () => questions.shift() ?? Promise.reject(new Error('asked too often')),
    (answer) => taken.push(answer),
  );
  await asked[0];
  client.askAgain();
  await Promise.allSettled(asked);
  expect(taken).toEqual(['known']);
});
