import { combinations } from "../../../domain/catalog/combinations.js";
import type { Media } from "../../../domain/catalog/media.js";
import { DEFAULT_OPTION, isDefault, type Option } from "../../../domain/catalog/option.js";
import type { ProductContent, ProductStatus } from "../../../domain/catalog/product.js";
import { PLAIN_VARIANT } from "../../../domain/catalog/variant.js";
import type { Problems } from "../../../domain/shared/domain-error.js";
import { oneLine } from "../../../domain/shared/text.js";
import type { MediaDraft } from "../parts/media-drafts.js";
import type { VariantNeeds } from "../parts/add-variants.js";
import type { Edit } from "./edit-product.js";
import { editedVariants } from "../parts/edit-variants.js";
import { reworded, type ProductWords } from "./product-words.js";
import type { MetafieldValue } from "../metafields/set-product-metafields.js";
import type { VariantWords } from "../parts/variant-words.js";

/** A product as people write it down for the first time. */
export interface ProductDraft extends ProductWords {
  readonly title: string;
  /** DRAFT unless given. */
  readonly status?: ProductStatus | null | undefined;
  /** Without any, the product offers no choice. */
  readonly options?: readonly Option[] | null | undefined;
  /** A product without a choice has one variant, also when none is given. */
  readonly variants?: readonly VariantWords[] | null | undefined;
  /** Whether every combination of the options that no variant stands for gets a variant too. */
  readonly generateVariants?: boolean | null | undefined;
  readonly media?: readonly MediaDraft[] | null | undefined;
  readonly metafields?: readonly MetafieldValue[] | null | undefined;
}

const BLANK: ProductContent = {
  slug: "",
  title: "",
  descriptionHtml: "",
  vendor: "",
  productType: "",
  category: "",
  tags: [],
  status: "DRAFT",
  publication: null,
  seo: { title: "", description: "" },
  giftCard: false,
  options: [DEFAULT_OPTION],
  metafields: [],
  media: [],
  variants: [],
  translations: [],
};

/** What a draft makes of a new product with these images, apart from its slug. Places are those of the draft. */
export const draftedProduct = (
  draft: ProductDraft,
  media: readonly Media[],
  { ids, currency }: VariantNeeds,
  problems: Problems,
): Required<Edit> => {
  const options = (draft.options ?? []).map(({ name, values }) => ({
    name: oneLine(name),
    values: values.map(oneLine),
  }));
  const content: ProductContent = {
    ...reworded(BLANK, draft),
    status: draft.status ?? "DRAFT",
    options: options.length > 0 ? options : [DEFAULT_OPTION],
    media,
  };
  const given = draft.variants ?? [];
  const isPlain =
    isDefault(content.options) && content.options.some(({ values }) => values.length > 0);
  const drafts = isPlain && given.length === 0 ? [{}] : given;
  const edit = editedVariants(
    content,
    drafts.map((words, index) => ({
      id: ids.next("variant"),
      words,
      place: ["variants", String(index)],
    })),
    { prices: new Map(), stock: new Map() },
    currency,
    problems,
  );
  return draft.generateVariants ? withMissingVariants(edit, ids) : edit;
};

const withMissingVariants = (edit: Required<Edit>, ids: VariantNeeds["ids"]): Required<Edit> => {
  const { content, problems } = edit;
  const there = new Set(content.variants.map(({ optionValues }) => JSON.stringify(optionValues)));
  const all = problems.attempt(() => combinations(content.options), "generateVariants") ?? [];
  const missing = all.filter((optionValues) => !there.has(JSON.stringify(optionValues)));
  return {
    ...edit,
    content: {
      ...content,
      variants: [
        ...content.variants,
        ...missing.map((optionValues) => ({
          ...PLAIN_VARIANT,
          id: ids.next("variant"),
          optionValues,
        })),
      ],
    },
  };
};
