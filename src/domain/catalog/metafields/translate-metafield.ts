import type { Problems } from "../../shared/problems.js";
import { NothingToTranslate } from "../translations/errors.js";
import type { TextPatch } from "../translations/text-patch.js";
import { isTranslatable, type MetafieldText } from "./metafield-text.js";
import { fullName, metafield, type Metafield, type MetafieldName } from "./metafield.js";

/** A new translation of a metafield. */
export interface MetafieldTranslationPatch extends MetafieldName {
  readonly value?: TextPatch;
}

/**
 * Metafield texts with a patch of one metafield applied.
 * @param problems receives the errors of the patch, which is at `path`
 */
export const translateMetafield = (
  metafields: readonly Metafield[],
  texts: readonly MetafieldText[],
  { namespace, key, value }: MetafieldTranslationPatch,
  problems: Problems,
  path: readonly string[],
): readonly MetafieldText[] => {
  const name = fullName({ namespace, key });
  const field = metafields.find((one) => fullName(one) === name);
  if (!field || !isTranslatable(field)) {
    problems.add(
      new NothingToTranslate(
        field
          ? `The custom field ${name} is not a text: it is the same in every language.`
          : `The product does not have the custom field ${name}.`,
        path,
      ),
    );
    return texts;
  }
  if (value === undefined) return texts;
  const checked =
    value === null
      ? undefined
      : problems.collect(() => metafield({ ...field, value }), ...path, "value");
  return [
    ...texts.filter((one) => fullName(one) !== name),
    ...(checked ? [{ namespace, key, value: checked.value }] : []),
  ];
};
