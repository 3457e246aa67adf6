import type { Variant } from "../variants/variant.js";
import type { Option } from "./option.js";

/** The part of a product that changes with its options. */
export interface OptionsAndVariants {
  readonly options: readonly Option[];
  readonly variants: readonly Variant[];
}
