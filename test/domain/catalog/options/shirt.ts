import { DEFAULT_OPTION } from "../../../../src/domain/catalog/options/option.js";
import type { OptionsAndVariants } from "../../../../src/domain/catalog/options/options-and-variants.js";
import { errorsOf } from "../../../../src/domain/shared/domain-error.js";
import { aVariant } from "../../../builders/product-content.js";

/** A shirt in sizes and colours. */
export const SHIRT: OptionsAndVariants = {
  options: [
    { name: "Size", values: ["S", "M"] },
    { name: "Colour", values: ["red", "blue", "green"] },
  ],
  variants: [
    aVariant(1, { optionValues: ["S", "red"] }),
    aVariant(2, { optionValues: ["S", "blue"] }),
    aVariant(3, { optionValues: ["M", "red"] }),
  ],
};

/** A product without options. */
export const PLAIN: OptionsAndVariants = { options: [DEFAULT_OPTION], variants: [aVariant(1)] };

/** Codes and paths of the errors that a rule throws. */
export const refusals = (rule: () => unknown): readonly (readonly [string, string])[] => {
  try {
    rule();
    return [];
  } catch (error) {
    const errors = errorsOf(error);
    if (errors.length === 0) throw error;
    return errors.map(({ code, path }) => [code, path.join(".")] as const);
  }
};
