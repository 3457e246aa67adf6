/** The names that occur earlier in the list, with their index. */
export const repeatedNames = (
  names: readonly string[],
): readonly (readonly [name: string, index: number])[] => {
  const seen = new Set<string>();
  return names.flatMap((name, index) =>
    seen.size === seen.add(name).size ? [[name, index] as const] : [],
  );
};
