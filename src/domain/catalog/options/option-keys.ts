/**
 * What identifies an option and its values while they are renamed: their first names. Stored where the two differ,
 * so products from before have them too.
 */
export interface OptionKeys {
  /** Of the option; left out: its name. */
  readonly name?: string;
  /** Of values; those that are left out have their name. */
  readonly values?: readonly ValueKey[];
}

interface ValueKey {
  readonly value: string;
  readonly key: string;
}

interface Keyed {
  readonly name: string;
  readonly values: readonly string[];
  readonly keys?: OptionKeys;
}

export const optionKey = ({ name, keys }: Keyed): string => keys?.name ?? name;

export const valueKey = ({ keys }: Keyed, value: string): string =>
  keys?.values?.find((one) => one.value === value)?.key ?? value;

/** The keys of an option after values got new names. @param renamed the new name of each renamed value */
export const keptKeys = (option: Keyed, renamed: ReadonlyMap<string, string>): OptionKeys => ({
  name: optionKey(option),
  values: option.values.map((value) => ({
    value: renamed.get(value) ?? value,
    key: valueKey(option, value),
  })),
});

/** Options with keys in their stored form: no two of a product and no two values of an option have the same. */
export const withOptionKeys = <One extends Keyed>(
  options: readonly One[],
): readonly (Omit<One, "keys"> & Keyed)[] => {
  const ofOptions = distinctKeys(options.map(({ name, keys }) => [name, keys?.name]));
  return options.map(({ keys, ...option }, axis) => {
    const known = new Map(keys?.values?.map(({ value, key }) => [value, key]));
    const ofValues = distinctKeys(option.values.map((value) => [value, known.get(value)]));
    const values = option.values
      .map((value, at): ValueKey => ({ value, key: ofValues[at] ?? value }))
      .filter(({ value, key }) => key !== value);
    const name = ofOptions[axis] === option.name ? undefined : ofOptions[axis];
    return name === undefined && values.length === 0
      ? option
      : {
          ...option,
          keys: { ...(name !== undefined && { name }), ...(values.length > 0 && { values }) },
        };
  });
};

/** The key that a name has, else the name itself, with a number where another one had it first. */
const distinctKeys = (
  names: readonly (readonly [name: string, key: string | undefined])[],
): readonly string[] => {
  const taken = new Set(names.flatMap(([, key]) => key ?? []));
  return names.map(([name, key]) => {
    if (key !== undefined) return key;
    let own = name;
    for (let number = 2; taken.has(own); number++) own = `${name} ${number}`;
    taken.add(own);
    return own;
  });
};
