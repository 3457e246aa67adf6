import { oneLine } from "../../shared/text.js";
import type { ChosenOption } from "./chosen-option.js";
import type { TranslatedOption } from "./translated-option.js";

/** By the index of an option: the index of its chosen value. */
export type ValueIndexes = ReadonlyMap<number, number>;

export interface ResolvedOptions {
  readonly values: ValueIndexes;
  /** Whether a chosen name or value does not exist. */
  readonly hasUnknown: boolean;
}

/**
 * Finds chosen names and values among the translated ones or else among the stored ones. Case
 * matters, spaces around them do not. If an option is chosen twice, the first choice counts.
 */
export const resolveChosenOptions = (
  options: readonly TranslatedOption[],
  chosen: readonly ChosenOption[],
): ResolvedOptions => {
  const values = new Map<number, number>();
  let hasUnknown = false;
  for (const { name, value } of chosen) {
    const axis = indexOf(
      options.map((option) => option.name),
      options.map((option) => option.stored?.name ?? option.name),
      name,
    );
    const index = indexOf(options[axis]?.values ?? [], options[axis]?.stored?.values ?? [], value);
    if (index < 0) hasUnknown = true;
    else if (!values.has(axis)) values.set(axis, index);
  }
  return { values, hasUnknown };
};

/** -1 when the text is in neither list. */
const indexOf = (translated: readonly string[], stored: readonly string[], raw: string): number => {
  const text = oneLine(raw);
  const index = translated.indexOf(text);
  return index < 0 ? stored.indexOf(text) : index;
};
