import type { Fault } from './fault.ts';
import type { Hit } from './faults.ts';

type Json = unknown;
type JsonObject = Record<string, Json>;

const UNKNOWN_VALUES: Record<string, string> = {
  method: 'VOUCHER',
  state: 'LAPSED',
  status: 'RESCHEDULED',
  format: 'HYBRID',
  role: 'OBSERVER',
  start_mode: 'ON_FULL_MOON',
};

/** The answer with the faults of its content in it; the answer passed in is left as it is. */
export function distortAnswer(answer: Json, { fault, nth }: Hit): Json {
  switch (fault.kind) {
    case 'missing-field':
      return changeField(answer, fault, (parent, key) => {
        delete parent[key];
      });
    case 'wrong-type':
      return changeField(answer, fault, (parent, key) => {
        parent[key] = ofAnotherType(parent[key]);
      });
    case 'unknown-values':
      return mapObjects(answer, (object) =>
        Object.fromEntries(
          Object.entries(object).map(([key, value]) => [
            key,
            typeof value === 'string' ? (UNKNOWN_VALUES[key] ?? value) : value,
          ]),
        ),
      );
    case 'extra-fields':
      return mapObjects(answer, (object) => ({ ...object, new_in_reservie: { since: '2026-06-01', flags: [1, 2] } }));
    case 'drifting-total':
      return isObject(answer) && typeof answer['total'] === 'number'
        ? { ...answer, total: answer['total'] + fault.by * nth }
        : answer;
    default:
      return answer;
  }
}

/** Rebuilds a JSON value with every object in it passed through `change`, the innermost first. */
export function mapObjects(value: Json, change: (object: JsonObject) => JsonObject): Json {
  if (Array.isArray(value)) return value.map((item) => mapObjects(item, change));
  if (!isObject(value)) return value;
  return change(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapObjects(item, change)])));
}

type Place = Pick<Extract<Fault, { kind: 'missing-field' }>, 'row' | 'field'>;

function changeField(answer: Json, { row, field }: Place, change: (parent: JsonObject, key: string) => void): Json {
  const copy = structuredClone(answer);
  const data = isObject(copy) && 'data' in copy ? copy['data'] : copy;
  const path = field.split('.');
  const key = path.pop() ?? '';
  const parent = path.reduce<Json>(step, Array.isArray(data) ? data[row] : data);
  if (isObject(parent)) change(parent, key);
  return copy;
}

function step(value: Json, key: string): Json {
  if (Array.isArray(value)) return value[Number(key)];
  return isObject(value) ? value[key] : undefined;
}

function ofAnotherType(value: Json): Json {
  return typeof value === 'string' || value === null || value === undefined ? { unexpected: true } : 'unexpected';
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
