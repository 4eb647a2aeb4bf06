import { array, assert, asyncProperty, jsonValue } from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson } from './parse-json.ts';

const inSteps = (text: string) => parseJson(text, { long: 0, step: 1 });

test('rows in steps are the rows at once, whatever is in them', async () => {
  await assert(
    asyncProperty(array(jsonValue()), jsonValue(), async (data, more) => {
      const text = JSON.stringify({ data, more });
      expect(await inSteps(text)).toEqual(JSON.parse(text));
    }),
  );
});

test.each([
  '{"data":[]}',
  ' { "data" : [ {"a":"]}\\"\\\\"} , {"b":[1,{"c":2}]} ] , "total" : 2 } ',
  '{"data":[1,2,3]}',
  '{"total":1,"data":[1]}',
  '[1,2]',
])('%s', async (text) => {
  expect(await inSteps(text)).toEqual(JSON.parse(text));
});

test.each([
  '{"data":[1,]}',
  '{"data":[,1]}',
  '{"data":[1,,2]}',
  '{"data":[1 2]}',
  '{"data":[{"a":1},{"b"]}',
  '{"data":[1]',
  '{"data":[1]} x',
  '{"data":["a]}',
  '{"data":[1],}',
  '{"data":[}]}',
])('%s is no JSON', async (text) => {
  await expect(inSteps(text)).rejects.toBeInstanceOf(SyntaxError);
});

test('a long list lets others go on', async () => {
  const data = Array.from({ length: 20_000 }, (_, id) => ({ id, name: 'Jane “J” Smith' }));
  let turns = 0;
  const timer = setInterval(() => (turns += 1));
  const parsed = await parseJson(JSON.stringify({ data }), { long: 1_000, step: 10_000 });
  clearInterval(timer);
  expect(parsed).toEqual({ data });
  expect(turns).toBeGreaterThan(0);
});
