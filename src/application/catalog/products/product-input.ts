import type { Media } from "../../../domain/catalog/images/media.js";
import { combinations } from "../../../domain/catalog/options/combinations.js";
import { DEFAULT_OPTION, isDefault, type Option } from "../../../domain/catalog/options/option.js";
import {
  BLANK_PRODUCT,
  type ProductContent,
  type ProductStatus,
} from "../../../domain/catalog/products/product-content.js";
import { VARIANT_DEFAULTS } from "../../../domain/catalog/variants/variant.js";
import type { Problems } from "../../../domain/shared/problems.js";
import { oneLine } from "../../../domain/shared/text.js";
import type { MediaInput } from "../images/media-input.js";
import { chosenSwatches, type SwatchInput } from "../options/chosen-swatches.js";
import type { MetafieldValue } from "../metafields/typed-metafields.js";
import type { FullProductEdit } from "../product-edit/edit-product.js";
import type { EditNeeds } from "../product-edit/lock-products.js";
import { editVariants } from "../variants/edit-variants.js";
import type { VariantPatch } from "../variants/variant-patch.js";
import { applyProductPatch, type ProductPatch } from "./product-patch.js";

interface OptionInput extends Omit<Option, "swatches"> {
  /** Images by their index among `media`, because they have no ids yet. */
  readonly swatches?: readonly SwatchInput[] | null;
}

/** A new product. */
export interface ProductInput extends ProductPatch {
  readonly title: string;
  /** DRAFT when left out. */
  readonly status?: ProductStatus | null | undefined;
  /** A product without options has exactly one variant. */
  readonly options?: readonly OptionInput[] | null | undefined;
  /** When left out, a product without options gets its one variant. */
  readonly variants?: readonly VariantPatch[] | null | undefined;
  /** Whether to add a variant for each missing combination of the options. */
  readonly generateVariants?: boolean | null | undefined;
  readonly media?: readonly MediaInput[] | null | undefined;
  readonly metafields?: readonly MetafieldValue[] | null | undefined;
}

/**
 * The content of a new product with these images, without its slug. Paths are those of the input.
 */
export const editFromInput = (
  input: ProductInput,
  media: readonly Media[],
  { ids, currency }: EditNeeds,
  problems: Problems,
): FullProductEdit => {
  const options = (input.options ?? []).map(({ name, values, swatches }, axis) => ({
    name: oneLine(name),
    values: values.map(oneLine),
    ...(swatches && {
      swatches: chosenSwatches(swatches, media, problems, "options", String(axis), "swatches"),
    }),
  }));
  const content: ProductContent = {
    ...applyProductPatch(BLANK_PRODUCT, input),
    status: input.status ?? "DRAFT",
    options: options.length > 0 ? options : [DEFAULT_OPTION],
    media,
  };
  const variants = input.variants ?? [];
  const isPlain =
    isDefault(content.options) && content.options.some(({ values }) => values.length > 0);
  const patches = isPlain && variants.length === 0 ? [{}] : variants;
  const edit = editVariants(
    content,
    patches.map((patch, index) => ({
      id: ids.next("variant"),
      patch,
      path: ["variants", String(index)],
    })),
    { prices: new Map(), stock: new Map() },
    currency,
    problems,
  );
  return input.generateVariants ? withMissingVariants(edit, ids) : edit;
};

const withMissingVariants = (edit: FullProductEdit, ids: EditNeeds["ids"]): FullProductEdit => {
  const { content, problems } = edit;
  const existing = new Set(
    content.variants.map(({ optionValues }) => JSON.stringify(optionValues)),
  );
  const all = problems.collect(() => combinations(content.options), "generateVariants") ?? [];
  const missing = all.filter((optionValues) => !existing.has(JSON.stringify(optionValues)));
  return {
    ...edit,
    content: {
      ...content,
      variants: [
        ...content.variants,
        ...missing.map((optionValues) => ({
          ...VARIANT_DEFAULTS,
          id: ids.next("variant"),
          optionValues,
        })),
      ],
    },
  };
};
