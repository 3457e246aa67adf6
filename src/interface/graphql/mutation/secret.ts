const secretFields = new WeakMap<object, Set<string>>();

/**
 * Marks a field of an input that is a password, a token or a code. It is no part of the fingerprint
 * of the command, so that a request with a new one under the same key is a repetition.
 */
export const Secret =
  () =>
  (prototype: object, field: string): void => {
    const fields = secretFields.get(prototype) ?? new Set();
    secretFields.set(prototype, fields.add(field));
  };

export const isSecret = (input: object, field: string): boolean => {
  for (let prototype: unknown = input; isObject(prototype);)
    if (secretFields.get(prototype)?.has(field)) return true;
    else prototype = Object.getPrototypeOf(prototype);
  return false;
};

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
