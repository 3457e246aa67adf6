import { localeChain, localeTag } from "../../shared/locale-tag.js";
import { Problems } from "../../shared/problems.js";
import { RepeatedEntry } from "../../shared/repeated-entry.js";
import { text } from "../../shared/text.js";
import { TooMany } from "../../shared/too-many.js";
import { InvalidMetafield } from "./errors.js";
import { isChoiceType, type MetafieldType } from "./metafield-type.js";

/** One of the values that a field of the type CHOICE may have. */
export interface MetafieldChoice {
  /** What owners of the field store. */
  readonly value: string;
  /** What buyers read, in the language of the catalogue. */
  readonly label: string;
  /** The label in other languages, sorted by language tag. */
  readonly translations: readonly { readonly locale: string; readonly label: string }[];
}

const MAX_CHOICES = 250;
const MAX_LOCALES = 50;
const VALUE = { what: "The value of a choice", min: 1, max: 255 } as const;
const LABEL = { what: "The label of a choice", min: 1, max: 255 } as const;

/**
 * The choices of a definition in their stored form, in the merchant's order.
 * @throws Refused with InvalidMetafield, InvalidText, InvalidLocaleTag, RepeatedEntry, TooMany
 */
export const checkedChoices = (
  type: MetafieldType,
  choices: readonly MetafieldChoice[],
): readonly MetafieldChoice[] => {
  if (choices.length > MAX_CHOICES) throw new TooMany("choices", choices.length, MAX_CHOICES);
  if (isChoiceType(type) !== choices.length > 0)
    throw new InvalidMetafield(
      isChoiceType(type)
        ? "A custom field of the type CHOICE needs at least one choice."
        : `A custom field of the type ${type} has no choices. Use the type CHOICE.`,
    );
  const problems = new Problems();
  const seen = new Set<string>();
  const checked = choices.flatMap((choice, index) => {
    const one = problems.collect(() => checkedChoice(choice), String(index));
    if (one && seen.size === seen.add(one.value).size)
      problems.add(new RepeatedEntry(one.value, [String(index), "value"]));
    return one ?? [];
  });
  problems.throwIfAny();
  return checked;
};

const checkedChoice = ({ value, label, translations }: MetafieldChoice): MetafieldChoice => {
  if (translations.length > MAX_LOCALES)
    throw new TooMany("translations of a choice", translations.length, MAX_LOCALES);
  const problems = new Problems();
  const labels = new Map<string, string>();
  for (const [index, one] of translations.entries()) {
    const path = ["translations", String(index)];
    const locale = problems.collect(() => localeTag(one.locale), ...path);
    const translated = problems.collect(() => text(one.label, LABEL), ...path, "label");
    if (locale === undefined || translated === undefined) continue;
    if (labels.has(locale)) problems.add(new RepeatedEntry(locale, [...path, "locale"]));
    labels.set(locale, translated);
  }
  const checked = {
    value: problems.collect(() => text(value, VALUE), "value") ?? value,
    label: problems.collect(() => text(label, LABEL), "label") ?? label,
    translations: [...labels]
      .map(([locale, translated]) => ({ locale, label: translated }))
      .toSorted((a, b) => (a.locale < b.locale ? -1 : 1)),
  };
  problems.throwIfAny();
  return checked;
};

/** The label in a language or its parents, else that of the catalogue. @param locale null for it */
export const choiceLabel = (
  { label, translations }: MetafieldChoice,
  locale: string | null | undefined,
): string =>
  (locale ? localeChain(locale) : [])
    .map((tag) => translations.find((one) => one.locale === tag)?.label)
    .find((translated) => translated !== undefined) ?? label;
