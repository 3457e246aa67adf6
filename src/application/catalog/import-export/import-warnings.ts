import type {
  MetafieldType,
  ReferencedKind,
} from "../../../domain/catalog/metafields/metafield-type.js";
import type { FileLocation, ImportIssue } from "../../shared/file-format.js";
import type { MetafieldRecord, ProductRecord, VariantRecord } from "../ports/product-record.js";

const NAMED_BY: Readonly<Record<ReferencedKind, string>> = {
  product: "a product by its handle",
  variant: "a variant by its SKU",
  collection: "a collection by its handle",
  media: "an image of the same product by its address",
};

export const importWarnings = {
  /** For a compare-at price or a cost without a price. */
  withoutPrice: ({ location: { line }, compareAt, cost }: VariantRecord): ImportIssue => ({
    line,
    column: null,
    code: "FIGURES_WITHOUT_PRICE",
    value: compareAt ?? cost ?? null,
    reason: "The compare-at price or cost is ignored, because there is no price.",
    advice: "Fill in the price and import again.",
  }),

  /** For a blank quantity while units are reserved. */
  reserved: ({ location: { line } }: VariantRecord): ImportIssue => ({
    line,
    column: null,
    code: "STOCK_PROMISED",
    value: null,
    reason: "The quantity is blank, but units are reserved for buyers: the stored quantity stays.",
    advice: "Fill in the quantity on hand.",
  }),

  /** For a tax code that is the key of no tax category. */
  unknownTaxCode: ({ location: { line }, taxCode }: VariantRecord): ImportIssue => ({
    line,
    column: null,
    code: "TAX_CATEGORY_NOT_FOUND",
    value: taxCode ?? null,
    reason: "The tax code is the key of no tax category: the variant is taxed by the default one.",
    advice: "Create a tax category with this key, or change the tax code.",
  }),

  /** For a custom field whose definition has another type than the file. */
  metafieldTypeKept: (
    { line }: FileLocation,
    { namespace, key, type }: MetafieldRecord,
    kept: MetafieldType,
  ): ImportIssue => ({
    line,
    column: `${namespace}.${key}`,
    code: "METAFIELD_TYPE_KEPT",
    value: type,
    reason: `The custom field is defined with the type ${kept} already: it keeps this type.`,
    advice: "Import into another namespace or key if the type of the file is needed.",
  }),

  /** For a custom field that refers to something that neither the shop nor the file has. */
  unknownReference: (
    { line }: FileLocation,
    { namespace, key }: MetafieldRecord,
    kind: ReferencedKind,
    name: string,
  ): ImportIssue => ({
    line,
    column: `${namespace}.${key}`,
    code: "REFERENCE_UNKNOWN",
    value: name,
    reason: `The custom field refers to a ${kind} that does not exist. ${name.startsWith(`${kind}_`) ? "It leads nowhere." : "This reference is not imported."}`,
    advice: `Name ${NAMED_BY[kind]}. If it is imported later, import this file again afterwards.`,
  }),

  /** For a stored product or variant that gets a name to which an earlier row refers already. */
  namedLater: ({ line }: FileLocation, name: string): ImportIssue => ({
    line,
    column: null,
    code: "REFERENCE_BEFORE_NAME",
    value: name,
    reason: `A custom field of an earlier row refers to "${name}", which is new, but not to this.`,
    advice: "Import the file again, so that the custom field refers to it.",
  }),

  /** For a handle that its product had before. */
  foundByOldSlug: ({ location: { line }, columns, slug }: ProductRecord, now: string) => ({
    line,
    column: columns?.["handle"] ?? null,
    code: "FOUND_BY_OLD_HANDLE",
    value: slug,
    reason: `The product had this handle before, and has "${now}" now. It is updated and keeps "${now}".`,
    advice: `Write "${now}" in the file. If another product is meant, give it another handle.`,
  }),

  /** A defect: for the second of two products of a file that were one before. */
  productTwice: (
    { location: { line }, columns, slug }: ProductRecord,
    other: string,
    now: string,
  ): ImportIssue => ({
    line,
    column: columns?.["handle"] ?? null,
    code: "PRODUCT_TWICE",
    value: slug,
    reason: `The product "${now}" had this handle before, and the handle "${other}" of an earlier row too: two products of the file would be one.`,
    advice: "Give one of the two products another handle.",
  }),

  /** For a new product whose handle another product had before. */
  oldSlugTakenOver: ({ location: { line }, columns, slug }: ProductRecord, now: string) => ({
    line,
    column: columns?.["handle"] ?? null,
    code: "OLD_SLUG_TAKEN_OVER",
    value: slug,
    reason: `The product "${now}", which is in the file too, had this handle before. Requests for it go to the new product, and are redirected no more.`,
    advice: "If this is the same product, remove its rows; otherwise nothing needs to be done.",
  }),

  /** For a collection that its rules fill. */
  automatedCollection: ({
    location: { line },
    columns,
    collection,
  }: ProductRecord): ImportIssue => ({
    line,
    column: columns?.["collection"] ?? null,
    code: "COLLECTION_AUTOMATED",
    value: collection ?? null,
    reason:
      "The collection is filled by its rules. It contains the product only if the rules match it.",
    advice: "Name a collection without rules, or change the rules.",
  }),
};
