import { TooMany } from "../../shared/too-many.js";
import type { Option } from "./option.js";

const MAX_COMBINATIONS = 250;
// The exact number beyond this is of no interest, and could exceed the safe integers.
const MAX_COUNT = 1_000_000;

/**
 * All combinations of option values; the last option changes first.
 * @throws TooMany for more than 250 combinations
 */
export const combinations = (options: readonly Option[]): readonly (readonly string[])[] => {
  const count = options.reduce(
    (product, { values }) => Math.min(product * values.length, MAX_COUNT),
    1,
  );
  if (count > MAX_COMBINATIONS)
    throw new TooMany("combinations of option values", count, MAX_COMBINATIONS);
  return options.reduce<readonly (readonly string[])[]>(
    (beginnings, { values }) =>
      beginnings.flatMap((beginning) => values.map((value) => [...beginning, value])),
    [[]],
  );
};
