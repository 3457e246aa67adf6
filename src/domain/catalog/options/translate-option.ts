import type { Problems } from "../../shared/problems.js";
import { oneLine, text } from "../../shared/text.js";
import { NothingToTranslate } from "../translations/errors.js";
import { applyTextPatch, type TextPatch } from "../translations/text-patch.js";
import { TEXT_RULES } from "../translations/text-rules.js";
import { OptionNotFound, OptionValueNotFound } from "./errors.js";
import type { OptionTexts } from "./option-texts.js";
import { isDefault, type Option } from "./option.js";

/** New translations of an option. Options and values are identified by their stored names. */
export interface OptionTranslationPatch {
  readonly name: string;
  readonly translation?: TextPatch;
  readonly values?:
    readonly { readonly value: string; readonly translation?: TextPatch }[] | null | undefined;
}

/**
 * Option texts with a patch of one option applied.
 * @param problems receives the errors of the patch, which is at `path`
 */
export const translateOption = (
  options: readonly Option[],
  texts: readonly OptionTexts[],
  patch: OptionTranslationPatch,
  problems: Problems,
  path: readonly string[],
): readonly OptionTexts[] => {
  const option = translatable(options, patch.name, problems, [...path, "name"]);
  if (!option) return texts;
  const before = texts.find(({ name }) => name === option.name);
  const name = applyTextPatch(patch.translation, before?.text ?? null, (raw) =>
    problems.collect(() => text(raw, TEXT_RULES.optionName), ...path, "translation"),
  );
  const values = patchedValues(option, before, patch.values, problems, path);
  const others = texts.filter((one) => one.name !== option.name);
  return name === null && values.length === 0
    ? others
    : [...others, { name: option.name, text: name, values }];
};

const translatable = (
  options: readonly Option[],
  raw: string,
  problems: Problems,
  path: readonly string[],
): Option | null => {
  const option = options.find(({ name }) => name === oneLine(raw));
  const names = options.map(({ name }) => name);
  if (!option) problems.add(new OptionNotFound(raw, names, path));
  else if (isDefault(options))
    problems.add(
      new NothingToTranslate(
        "The product has only the default option, which is not shown and cannot be translated.",
        path,
      ),
    );
  return option && !isDefault(options) ? option : null;
};

const patchedValues = (
  option: Option,
  before: OptionTexts | undefined,
  patches: OptionTranslationPatch["values"],
  problems: Problems,
  path: readonly string[],
): OptionTexts["values"] => {
  const texts = new Map(
    patches === null ? [] : before?.values.map((one) => [one.value, one.text] as const),
  );
  const offered = new Set(option.values);
  for (const [index, { value: raw, translation }] of (patches ?? []).entries()) {
    const value = oneLine(raw);
    const valuePath = [...path, "values", String(index)];
    if (!offered.has(value))
      problems.add(new OptionValueNotFound(value, option.name, [...valuePath, "value"]));
    else if (translation === null) texts.delete(value);
    else if (translation !== undefined)
      texts.set(
        value,
        problems.collect(
          () => text(translation, TEXT_RULES.optionValue),
          ...valuePath,
          "translation",
        ) ?? value,
      );
  }
  return option.values.flatMap((value) => {
    const translated = texts.get(value);
    return translated === undefined ? [] : [{ value, text: translated }];
  });
};

/**
 * The path of an option name or a value among the patches; empty when no patch names the option.
 * @param path the option name or value among the options: `["0", "name"]`, `["0", "values", "2"]`
 */
export const translationPath = (
  options: readonly Option[],
  patches: readonly OptionTranslationPatch[],
  [axis = "", part, index]: readonly string[],
): readonly string[] => {
  const option = options[Number(axis)];
  const patchIndex = patches.findIndex(({ name }) => oneLine(name) === option?.name);
  if (patchIndex < 0) return [];
  const path = ["options", String(patchIndex)];
  if (part !== "values") return [...path, "translation"];
  const value = (patches[patchIndex]?.values ?? []).findIndex(
    (one) => oneLine(one.value) === option?.values[Number(index)],
  );
  return value < 0 ? path : [...path, "values", String(value), "translation"];
};
