import { Problems } from "../shared/domain-error.js";
import { oneLine } from "../shared/text.js";
import { axisOf, type Choice } from "./edit-options.js";
import { GivenTwice, InvalidOptions, OptionValueInUse, OptionValueNotFound } from "./errors.js";
import { inOrder } from "./in-order.js";
import { DEFAULT_OPTION } from "./option.js";
import { renamedTexts } from "./translations/rename-texts.js";

export interface OptionEdit {
  readonly newName?: string | null | undefined;
  /** All at once, so that two values may exchange their names. */
  readonly renameValues?:
    readonly { readonly from: string; readonly to: string }[] | null | undefined;
  readonly addValues?: readonly string[] | null | undefined;
  /** By their new names, like those of the order. */
  readonly removeValues?: readonly string[] | null | undefined;
  readonly orderOfValues?: readonly string[] | null | undefined;
}

/**
 * Renames an option and its values, adds and takes away values, and puts them in order, one after the other; variants and translations follow.
 * @throws OptionNotFound, or Refused with OptionValueNotFound, OptionValueInUse, GivenTwice, InvalidOptions
 */
export const editOption = (
  { options, variants, translations = [] }: Choice,
  name: string,
  edit: OptionEdit,
): Choice => {
  const problems = new Problems();
  const axis = axisOf(options, name);
  const option = options[axis] ?? DEFAULT_OPTION;
  const missing = (value: string, ...place: readonly string[]) =>
    new OptionValueNotFound(value, option.name, place);
  const renamed = renames(edit, option.values, problems, missing);
  const called = option.values.map((value) => renamed.get(value) ?? value);
  const added = (edit.addValues ?? []).map(oneLine);
  const offered = [...called, ...added];
  const checkOnce = (values: readonly string[], place: (index: string) => readonly string[]) => {
    for (const [index, value] of values.entries())
      if (offered.filter((other) => other === value).length > 1)
        problems.add(
          new InvalidOptions(
            `The option "${option.name}" would have the value "${value}" twice.`,
            place(String(index)),
          ),
        );
  };
  checkOnce([...renamed.values()], (index) => ["renameValues", index, "to"]);
  checkOnce(added, (index) => ["addValues", index]);

  const followed = variants.map((variant) => ({
    ...variant,
    optionValues: variant.optionValues.map((value, at) =>
      at === axis ? (renamed.get(value) ?? value) : value,
    ),
  }));
  const doomed = (edit.removeValues ?? []).map(oneLine);
  for (const [index, value] of doomed.entries()) {
    const uses = followed.filter(({ optionValues }) => optionValues[axis] === value).length;
    if (!offered.includes(value)) problems.add(missing(value, "removeValues", String(index)));
    else if (uses > 0)
      problems.add(new OptionValueInUse(value, uses, ["removeValues", String(index)]));
  }
  const left = offered.filter((value) => !doomed.includes(value));
  const ordered = inOrder(
    left.map((value) => ({ id: value })),
    (edit.orderOfValues ?? []).map(oneLine),
    problems,
    (index) => ["orderOfValues", index],
    (value, place) => missing(value, ...place),
  );
  problems.throwIfAny();
  const newName = oneLine(edit.newName ?? option.name);
  return {
    options: options.with(axis, { name: newName, values: ordered.map(({ id }) => id) }),
    variants: followed,
    translations: renamedTexts(translations, option.name, newName, renamed),
  };
};

const renames = (
  { renameValues }: OptionEdit,
  values: readonly string[],
  problems: Problems,
  missing: (value: string, ...place: readonly string[]) => OptionValueNotFound,
): ReadonlyMap<string, string> => {
  const renamed = new Map<string, string>();
  for (const [index, { from: raw, to }] of (renameValues ?? []).entries()) {
    const [from, place] = [oneLine(raw), ["renameValues", String(index), "from"]];
    if (!values.includes(from)) problems.add(missing(from, ...place));
    else if (renamed.has(from)) problems.add(new GivenTwice(from, place));
    renamed.set(from, oneLine(to));
  }
  return renamed;
};
