import { fold, oneLine } from "../shared/text.js";
import type { ChosenValue } from "./choose-values.js";
import { isDefault, type Option } from "./option.js";

/** A value that an option offers because somebody has chosen it. */
export interface OfferedValue<Chosen extends ChosenValue = ChosenValue> {
  readonly axis: number;
  /** Its place among the values of the option. */
  readonly at: number;
  readonly option: string;
  readonly value: string;
  /** Which of those who chose it was the first. */
  readonly chosen: Chosen;
}

/**
 * Options with the values behind the others that are chosen and not offered yet.
 * What reads like an offered value but for case and accents is no new one, and a product without a choice gets none.
 */
export const offering = <Chosen extends ChosenValue>(
  options: readonly Option[],
  chosen: readonly Chosen[],
): { readonly options: readonly Option[]; readonly added: readonly OfferedValue<Chosen>[] } => {
  if (isDefault(options)) return { options, added: [] };
  const added: OfferedValue<Chosen>[] = [];
  const widened = options.map(({ name, values: given }, axis) => {
    const [values, known] = [[...given], new Set(given.map(fold))];
    for (const one of chosen) {
      const value = oneLine(one.value);
      if (
        oneLine(one.name) !== name ||
        value === "" ||
        given.includes(value) ||
        known.has(fold(value))
      )
        continue;
      added.push({ axis, at: values.length, option: name, value, chosen: one });
      values.push(value);
      known.add(fold(value));
    }
    return { name, values };
  });
  return { options: widened, added };
};
