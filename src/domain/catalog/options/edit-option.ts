import { Problems } from "../../shared/problems.js";
import { oneLine } from "../../shared/text.js";
import { RepeatedEntry } from "../../shared/repeated-entry.js";
import { reorder } from "../reorder.js";
import { InvalidOptions, OptionValueInUse, OptionValueNotFound } from "./errors.js";
import { keptKeys, withOptionKeys } from "./option-keys.js";
import { optionIndex } from "./option-index.js";
import type { OptionTexts } from "./option-texts.js";
import { DEFAULT_OPTION } from "./option.js";
import { looksOf, swatchLook, withSwatches, type Swatch, type SwatchLook } from "./swatch.js";
import type { OptionsAndVariants } from "./options-and-variants.js";
import { renamedOptionTexts } from "./renamed-option-texts.js";

/** Changes of an option, applied in this order. */
export interface OptionEdit {
  readonly newName?: string | null | undefined;
  /** All at once, so that two values can swap their names. */
  readonly renameValues?:
    readonly { readonly from: string; readonly to: string }[] | null | undefined;
  readonly addValues?: readonly string[] | null | undefined;
  /** By their new names. */
  readonly removeValues?: readonly string[] | null | undefined;
  /** By their new names; values that are left out follow the others. */
  readonly orderOfValues?: readonly string[] | null | undefined;
  /** By their new names; null removes the swatch. */
  readonly swatches?:
    readonly { readonly value: string; readonly look: SwatchLook | null }[] | null | undefined;
}

/**
 * Edits an option. Variants and translations follow renamed values.
 * @throws OptionNotFound, or Refused with OptionValueNotFound, OptionValueInUse, RepeatedEntry,
 * InvalidOptions
 */
export const editOption = <Translation extends { readonly options: readonly OptionTexts[] }>(
  {
    options,
    variants,
    translations = [],
  }: OptionsAndVariants & { readonly translations?: readonly Translation[] },
  name: string,
  edit: OptionEdit,
): OptionsAndVariants & { readonly translations: readonly Translation[] } => {
  const problems = new Problems();
  const axis = optionIndex(options, name);
  const option = options[axis] ?? DEFAULT_OPTION;
  const notFound = (value: string, path: readonly string[]) =>
    new OptionValueNotFound(value, option.name, path);
  const renamed = renamedValues(edit, option.values, problems, notFound);
  const added = (edit.addValues ?? []).map(oneLine);
  const all = [...option.values.map((value) => renamed.get(value) ?? value), ...added];
  const checkUnique = (values: readonly string[], pathOf: (index: string) => readonly string[]) => {
    for (const [index, value] of values.entries())
      if (all.filter((other) => other === value).length > 1)
        problems.add(
          new InvalidOptions(
            `The option "${option.name}" would have the value "${value}" twice. Choose another one.`,
            pathOf(String(index)),
          ),
        );
  };
  checkUnique([...renamed.values()], (index) => ["renameValues", index, "to"]);
  checkUnique(added, (index) => ["addValues", index]);

  const changed = variants.map((variant) => ({
    ...variant,
    optionValues: variant.optionValues.map((value, at) =>
      at === axis ? (renamed.get(value) ?? value) : value,
    ),
  }));
  const removed = (edit.removeValues ?? []).map(oneLine);
  for (const [index, value] of removed.entries()) {
    const uses = changed.filter(({ optionValues }) => optionValues[axis] === value).length;
    const path = ["removeValues", String(index)];
    if (!all.includes(value)) problems.add(notFound(value, path));
    else if (uses > 0) problems.add(new OptionValueInUse(value, uses, path));
  }
  const kept = all.filter((value) => !removed.includes(value));
  const ordered = reorder(
    kept.map((value) => ({ id: value })),
    (edit.orderOfValues ?? []).map(oneLine),
    problems,
    (index) => ["orderOfValues", index],
    notFound,
  );
  const swatches = editedSwatches(
    edit,
    (option.swatches ?? []).map((swatch) => ({
      ...swatch,
      value: renamed.get(swatch.value) ?? swatch.value,
    })),
    kept,
    problems,
    notFound,
  );
  problems.throwIfAny();
  const newName = oneLine(edit.newName ?? option.name);
  return {
    options: withOptionKeys(
      options.with(axis, {
        ...withSwatches({ name: newName, values: ordered.map(({ id }) => id) }, swatches),
        keys: keptKeys(option, renamed),
      }),
    ),
    variants: changed,
    translations: renamedOptionTexts(translations, option.name, newName, renamed),
  };
};

const editedSwatches = (
  { swatches }: OptionEdit,
  before: readonly Swatch[],
  values: readonly string[],
  problems: Problems,
  notFound: (value: string, path: readonly string[]) => OptionValueNotFound,
): readonly Swatch[] => {
  const looks = new Map(looksOf(before));
  const named = new Set<string>();
  for (const [index, { value: raw, look }] of (swatches ?? []).entries()) {
    const [value, path] = [oneLine(raw), ["swatches", String(index)]];
    if (!values.includes(value)) problems.add(notFound(value, [...path, "value"]));
    else if (named.has(value)) problems.add(new RepeatedEntry(value, [...path, "value"]));
    named.add(value);
    if (look === null) looks.delete(value);
    else looks.set(value, problems.collect(() => swatchLook(look), ...path) ?? look);
  }
  return [...looks].map(([value, look]) => ({ value, ...look }));
};

/** The new name of each renamed value. */
const renamedValues = (
  { renameValues }: OptionEdit,
  values: readonly string[],
  problems: Problems,
  notFound: (value: string, path: readonly string[]) => OptionValueNotFound,
): ReadonlyMap<string, string> => {
  const renamed = new Map<string, string>();
  for (const [index, { from: raw, to }] of (renameValues ?? []).entries()) {
    const [from, path] = [oneLine(raw), ["renameValues", String(index), "from"]];
    if (!values.includes(from)) problems.add(notFound(from, path));
    else if (renamed.has(from)) problems.add(new RepeatedEntry(from, path));
    renamed.set(from, oneLine(to));
  }
  return renamed;
};
