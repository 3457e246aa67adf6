import { colorsOf } from "../../../../domain/catalog/options/swatch.js";
import type { TranslatedOption } from "../../../../domain/catalog/options/translated-option.js";
import type { SwatchType } from "./swatch-type.js";

/** The values of an option in the language of the request, each with its swatch. */
export const presentOptionValues = (
  option: TranslatedOption,
): readonly { readonly name: string; readonly swatch: SwatchType | null }[] => {
  const { values, swatches } = option.stored ?? option;
  const colors = colorsOf(swatches);
  return option.values.map((name, at) => {
    const color = colors.get(values[at] ?? name);
    return { name, swatch: color === undefined ? null : { color } };
  });
};
