import { maskEmail, maskLastName, maskMobile } from './mask.ts';

/**
 * By the name of the field, wherever it stands: an answer that is added later and carries a person is masked too,
 * although it was not foreseen here.
 */
const RULES: Record<string, (value: string) => string> = {
  lastname: maskLastName,
  email: maskEmail,
  mobile: maskMobile,
};

/** Free text about a person; what stands in it is unknown. */
const WITHHELD = new Set(['notes']);

/** A copy of an answer in which every person is masked. */
export function maskAnswer(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskAnswer);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, maskField(name, field)]));
}

function maskField(name: string, field: unknown): unknown {
  if (WITHHELD.has(name)) return null;
  const rule = RULES[name];
  return rule && typeof field === 'string' ? rule(field) : maskAnswer(field);
}
