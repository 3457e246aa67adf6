import { TooMany } from "./errors.js";
import type { Option } from "./option.js";

const MOST_COMBINATIONS = 250;
const MOST_COUNTED = 1_000_000;

/** Every combination of the values of options, the last option changing first. @throws TooMany when there are more than 250 */
export const combinations = (options: readonly Option[]): readonly (readonly string[])[] => {
  // Beyond a million nobody needs to know how many there are, and they would outgrow every kind of number.
  const count = options.reduce(
    (product, { values }) => Math.min(product * values.length, MOST_COUNTED),
    1,
  );
  if (count > MOST_COMBINATIONS)
    throw new TooMany("combinations of option values", count, MOST_COMBINATIONS);
  return options.reduce<readonly (readonly string[])[]>(
    (so, { values }) => so.flatMap((chosen) => values.map((value) => [...chosen, value])),
    [[]],
  );
};
