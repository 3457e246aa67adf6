import { DuplicateVariant } from "./errors.js";
import { optionIndex } from "./option-index.js";
import { DEFAULT_OPTION } from "./option.js";
import type { OptionsAndVariants } from "./options-and-variants.js";

/**
 * Removes an option. The default option replaces the last one.
 * @throws OptionNotFound, DuplicateVariant if two variants differ only in this option
 */
export const removeOption = (
  { options, variants }: OptionsAndVariants,
  name: string,
): OptionsAndVariants => {
  const index = optionIndex(options, name);
  const others = options.toSpliced(index, 1);
  const isLast = others.length === 0;
  const changed = variants.map((variant) => ({
    ...variant,
    optionValues: isLast ? DEFAULT_OPTION.values : variant.optionValues.toSpliced(index, 1),
  }));
  const seen = new Set<string>();
  const duplicate = changed.find(
    ({ optionValues }) => seen.size === seen.add(JSON.stringify(optionValues)).size,
  );
  if (duplicate) throw new DuplicateVariant(duplicate.optionValues, ["name"]);
  return { options: isLast ? [DEFAULT_OPTION] : others, variants: changed };
};
