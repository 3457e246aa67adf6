import type { ProductId } from "../../../../domain/catalog/ids.js";
import { colorsOf } from "../../../../domain/catalog/options/swatch.js";
import type { TranslatedOption } from "../../../../domain/catalog/options/translated-option.js";
import { OptionIds } from "./option-ids.js";
import type { SwatchType } from "./swatch-type.js";

interface OptionValue {
  readonly id: string;
  readonly name: string;
  readonly swatch: SwatchType | null;
}

/** The values of an option in the language of the request, each with its swatch. */
export const presentOptionValues = (
  option: TranslatedOption,
  product: ProductId,
): readonly OptionValue[] => {
  const { values, swatches } = option.stored ?? option;
  const colors = colorsOf(swatches);
  const ids = new OptionIds(product, option);
  return option.values.map((name, at) => {
    const color = colors.get(values[at] ?? name);
    return {
      get id() {
        return ids.ofValueAt(at);
      },
      name,
      swatch: color === undefined ? null : { color },
    };
  });
};
