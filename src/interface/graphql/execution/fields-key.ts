// All items of a list request the same fields, with one and the same set.
const keys = new WeakMap<ReadonlySet<PropertyKey>, string>();

/** A set of fields as a text, the same for the same fields in any order. */
export const fieldsKey = (fields: ReadonlySet<PropertyKey>): string => {
  const key = keys.get(fields) ?? [...fields].map(String).toSorted().join(" ");
  keys.set(fields, key);
  return key;
};
