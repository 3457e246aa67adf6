import { oneLine } from "../../shared/text.js";
import { OptionNotFound } from "./errors.js";
import type { Option } from "./option.js";

/** The index of an option by its name. @throws OptionNotFound */
export const optionIndex = (options: readonly Option[], name: string): number => {
  const index = options.findIndex((option) => option.name === oneLine(name));
  if (index < 0)
    throw new OptionNotFound(
      name,
      options.map((option) => option.name),
    );
  return index;
};
