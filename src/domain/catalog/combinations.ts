import { TooMany } from "./errors.js";
import type { Option } from "./option.js";

const MOST_COMBINATIONS = 250;

/** Every combination of the values of options, the last option changing first. @throws TooMany when there are more than 250 */
export const combinations = (options: readonly Option[]): readonly (readonly string[])[] => {
  const count = options.reduce((product, { values }) => product * values.length, 1);
  if (count > MOST_COMBINATIONS) throw new TooMany("combinations of option values", count, MOST_COMBINATIONS);
  return options.reduce<readonly (readonly string[])[]>((so, { values }) => so.flatMap((chosen) => values.map((value) => [...chosen, value])), [[]]);
};
