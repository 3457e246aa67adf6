/** The names of the fields of a record whose type has no others. */
export const keysOf = <Fields extends object>(record: Fields): readonly (keyof Fields & string)[] =>
  Object.keys(record) as (keyof Fields & string)[];
