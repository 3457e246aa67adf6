import { isTranslatable, type MetafieldText } from "./metafield-text.js";
import { fullName, type Metafield } from "./metafield.js";

/**
 * Metafields with each text of the first layer that has it, or else the stored value.
 * @param layers the metafield texts of each language to search, best first
 */
export const translatedMetafields = (
  metafields: readonly Metafield[],
  layers: readonly (readonly MetafieldText[])[],
): readonly Metafield[] => {
  const texts = new Map(
    layers
      .toReversed()
      .flatMap((layer) => layer.map((field) => [fullName(field), field.value] as const)),
  );
  if (texts.size === 0) return metafields;
  return metafields.map((field) =>
    isTranslatable(field) ? { ...field, value: texts.get(fullName(field)) ?? field.value } : field,
  );
};
