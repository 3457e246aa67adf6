import type { Problems } from "../../shared/domain-error.js";
import { oneLine, text } from "../../shared/text.js";
import { OptionNotFound, OptionValueNotFound } from "../errors.js";
import { fullName, metafield, type MetafieldName } from "../metafield.js";
import { isDefault } from "../option.js";
import type { ProductContent } from "../product.js";
import { TEXT_RULES } from "./check-translations.js";
import { NothingToTranslate } from "./errors.js";
import { isWords, type ProductTexts } from "./product-texts.js";

/** What people write: left out means "as it is", null means "take it away". */
export type Given = string | null | undefined;

/** Options and values are named as they are stored. */
export interface AskedOptionTexts {
  readonly name: string;
  readonly translation?: Given;
  readonly values?:
    readonly { readonly value: string; readonly translation?: Given }[] | null | undefined;
}

/** The words for options with other words for one of them. @param problems take what is wrong, each at its place */
export const rewordedOption = (
  { options }: ProductContent,
  texts: ProductTexts["options"],
  { name: raw, translation, values }: AskedOptionTexts,
  problems: Problems,
  at: readonly string[],
): ProductTexts["options"] => {
  const option = options.find(({ name }) => name === oneLine(raw));
  if (!option)
    problems.add(
      new OptionNotFound(
        raw,
        options.map(({ name }) => name),
        [...at, "name"],
      ),
    );
  else if (isDefault(options))
    problems.add(
      new NothingToTranslate(
        "The product offers no choice: its one option is not shown, and has no translation.",
        [...at, "name"],
      ),
    );
  if (!option || isDefault(options)) return texts;
  const before = texts.find(({ name }) => name === option.name) ?? {
    name: option.name,
    text: null,
    values: [],
  };
  const clean = (given: string, rule: "optionName" | "optionValue", ...place: readonly string[]) =>
    problems.attempt(() => text(given, TEXT_RULES[rule]), ...at, ...place, "translation") ?? null;
  const title =
    translation === undefined
      ? before.text
      : translation === null
        ? null
        : clean(translation, "optionName");
  const words = new Map(values === null ? [] : before.values.map((one) => [one.value, one.text]));
  const offered = new Set(option.values);
  for (const [index, { value: rawValue, translation: given }] of (values ?? []).entries()) {
    const value = oneLine(rawValue);
    if (!offered.has(value))
      problems.add(
        new OptionValueNotFound(value, option.name, [...at, "values", String(index), "value"]),
      );
    else if (given === null) words.delete(value);
    else if (given !== undefined)
      words.set(value, clean(given, "optionValue", "values", String(index)) ?? value);
  }
  const next = {
    name: option.name,
    text: title,
    values: option.values.flatMap((value) => {
      const word = words.get(value);
      return word === undefined ? [] : [{ value, text: word }];
    }),
  };
  return [
    ...texts.filter(({ name }) => name !== option.name),
    ...(title === null && next.values.length === 0 ? [] : [next]),
  ];
};

/** The words of custom fields with other words in one of them. @param problems take what is wrong, each at its place */
export const rewordedMetafield = (
  { metafields }: ProductContent,
  texts: ProductTexts["metafields"],
  { namespace, key, value }: MetafieldName & { readonly value?: Given },
  problems: Problems,
  at: readonly string[],
): ProductTexts["metafields"] => {
  const name = fullName({ namespace, key });
  const field = metafields.find((one) => fullName(one) === name);
  if (!field || !isWords(field))
    problems.add(
      new NothingToTranslate(
        field
          ? `The custom field ${name} holds no words: it is the same in every language.`
          : `The product does not carry the custom field ${name}.`,
        at,
      ),
    );
  if (!field || !isWords(field) || value === undefined) return texts;
  const clean =
    value === null
      ? undefined
      : problems.attempt(() => metafield({ ...field, value }), ...at, "value");
  return [
    ...texts.filter((one) => fullName(one) !== name),
    ...(clean ? [{ namespace, key, value: clean.value }] : []),
  ];
};

/** Where the command speaks of an option or value; nothing where it does not. */
export const placeOfOption = (
  { options }: ProductContent,
  asked: readonly AskedOptionTexts[],
  [axis = "", part, at]: readonly string[],
): readonly string[] => {
  const option = options[Number(axis)];
  const named = asked.findIndex(({ name }) => oneLine(name) === option?.name);
  if (named < 0) return [];
  const inOption = ["options", String(named)];
  if (part !== "values") return [...inOption, "translation"];
  const value = (asked[named]?.values ?? []).findIndex(
    (one) => oneLine(one.value) === option?.values[Number(at)],
  );
  return value < 0 ? inOption : [...inOption, "values", String(value), "translation"];
};
