import { oneLine } from "../shared/text.js";
import type { ChosenValue } from "./choose-values.js";
import type { ShownOption } from "./translations/shown-texts.js";

/** By the place of an option: the place of the value that is chosen of it, both counted from 0. */
export type Choice = ReadonlyMap<number, number>;

export interface Understood {
  readonly values: Choice;
  /** Whether a name or a value was said that the options do not have. */
  readonly hasUnknown: boolean;
}

/**
 * What somebody chose, found among options by the texts that are shown or, where none reads so, those that are stored: as they are
 * written, but for blanks around them. Of an option that is named twice the first one counts.
 */
export const understood = (
  options: readonly ShownOption[],
  chosen: readonly ChosenValue[],
): Understood => {
  const values = new Map<number, number>();
  let hasUnknown = false;
  for (const { name, value } of chosen) {
    const axis = placeOf(
      options.map((option) => option.name),
      options.map((option) => option.stored?.name ?? option.name),
      name,
    );
    const index = placeOf(options[axis]?.values ?? [], options[axis]?.stored?.values ?? [], value);
    if (index < 0) hasUnknown = true;
    else if (!values.has(axis)) values.set(axis, index);
  }
  return { values, hasUnknown };
};

/** Where a text stands among the shown ones, or else among the stored ones; -1 where it does not. */
const placeOf = (shown: readonly string[], stored: readonly string[], said: string): number => {
  const [text, at] = [oneLine(said), shown.indexOf(oneLine(said))];
  return at < 0 ? stored.indexOf(text) : at;
};
