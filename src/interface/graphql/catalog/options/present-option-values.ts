import type { ProductId } from "../../../../domain/catalog/ids.js";
import { looksOf } from "../../../../domain/catalog/options/swatch.js";
import type { TranslatedOption } from "../../../../domain/catalog/options/translated-option.js";
import { OptionIds } from "./option-ids.js";
import type { SwatchSource } from "./swatch-type.js";

interface OptionValue {
  readonly id: string;
  readonly name: string;
  readonly swatch: SwatchSource | null;
}

/** The values of an option in the language of the request, each with its swatch. */
export const presentOptionValues = (
  option: TranslatedOption,
  product: ProductId,
): readonly OptionValue[] => {
  const { values, swatches } = option.stored ?? option;
  const looks = looksOf(swatches);
  const ids = new OptionIds(product, option);
  return option.values.map((name, at) => ({
    get id() {
      return ids.ofValueAt(at);
    },
    name,
    swatch: looks.get(values[at] ?? name) ?? null,
  }));
};
