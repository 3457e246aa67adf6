import { Problems } from "../../shared/problems.js";
import { oneLine } from "../../shared/text.js";
import { reorder } from "../reorder.js";
import { OptionNotFound } from "./errors.js";
import type { OptionsAndVariants } from "./options-and-variants.js";

/**
 * Reorders the options, the named ones first, and the values of the variants with them.
 * @throws Refused with OptionNotFound, RepeatedEntry
 */
export const reorderOptions = (
  { options, variants }: OptionsAndVariants,
  names: readonly string[],
): OptionsAndVariants => {
  const problems = new Problems();
  const existing = options.map(({ name }) => name);
  const ordered = reorder(
    options.map(({ name }, axis) => ({ id: name, axis })),
    names.map(oneLine),
    problems,
    (index) => [index],
    (name, path) => new OptionNotFound(name, existing, path),
  );
  problems.throwIfAny();
  return {
    options: ordered.flatMap(({ axis }) => options[axis] ?? []),
    variants: variants.map((variant) => ({
      ...variant,
      optionValues: ordered.map(({ axis }) => variant.optionValues[axis] ?? ""),
    })),
  };
};
