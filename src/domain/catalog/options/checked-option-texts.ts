import type { OptionTexts } from "./option-texts.js";
import type { Option } from "./option.js";

/**
 * The texts of an option in their stored form: those of values that it no longer has are left out.
 * @param checked checks a text and returns its stored form, or null when there is none
 */
export const checkedOptionTexts = (
  { name, values }: Option,
  texts: readonly OptionTexts[],
  checked: (
    value: string | null,
    rule: "optionName" | "optionValue",
    ...path: readonly string[]
  ) => string | null,
): readonly OptionTexts[] => {
  const stored = texts.find((one) => one.name === name);
  if (!stored) return [];
  const valueTexts = new Map(stored.values.map(({ value, text }) => [value, text]));
  const kept = values.flatMap((value) => {
    const text = checked(valueTexts.get(value) ?? null, "optionValue", "options");
    return text === null ? [] : [{ value, text }];
  });
  const text = checked(stored.text, "optionName", "options");
  return text === null && kept.length === 0 ? [] : [{ name, text, values: kept }];
};
