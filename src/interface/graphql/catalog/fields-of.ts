import type {
  CollectionView,
  FieldsOf,
  MediaView,
  MetafieldDefinitionView,
  OfferField,
  ProductView,
  VariantView,
} from "../../../application/catalog/ports.js";
import type { Requested } from "../requested-fields.js";

/** Which fields of a view each field of a GraphQL type is answered from; a field that needs nothing of it is absent. */
type Needs<View extends { readonly id: string }> = Readonly<
  Record<string, readonly Exclude<keyof View, "id">[]>
>;

export const PRODUCT_NEEDS = {
  slug: ["slug"],
  title: ["title"],
  descriptionHtml: ["descriptionHtml"],
  description: ["descriptionHtml"],
  vendor: ["vendor"],
  productType: ["productType"],
  category: ["category"],
  tags: ["tags"],
  giftCard: ["giftCard"],
  options: ["options"],
  featuredImage: ["firstImage"],
  priceRange: ["priceRange"],
  available: ["available"],
  onSale: ["onSale"],
  seo: ["seo"],
  metafields: ["metafields"],
  metafield: ["metafields"],
  publishedAt: ["publication"],
  publication: ["publication"],
  status: ["status"],
  version: ["version"],
  createdAt: ["createdAt"],
  updatedAt: ["updatedAt"],
  variant: ["choices"],
  selectedOrFirstAvailableVariant: ["choices"],
  availableOptionValues: ["choices"],
  translations: ["translations"],
} as const satisfies Needs<ProductView>;

export const VARIANT_NEEDS = {
  sku: ["sku"],
  barcode: ["barcode"],
  optionValues: ["optionValues", "productId"],
  available: ["tracked", "soldOutPolicy"],
  stock: ["tracked"],
  tracked: ["tracked"],
  soldOutPolicy: ["soldOutPolicy"],
  requiresShipping: ["requiresShipping"],
  taxable: ["taxable"],
  taxCode: ["taxCode"],
  weight: ["weightMilligrams", "weightUnit"],
  unitPriceMeasure: ["unitPriceMeasure"],
  image: ["mediaId"],
  product: ["productId"],
} as const satisfies Needs<VariantView>;

export const OFFER_NEEDS: Readonly<Record<string, readonly OfferField[]>> = {
  price: ["price"],
  compareAtPrice: ["price", "compareAt"],
  onSale: ["price", "compareAt"],
  available: ["available", "isOffered"],
  stock: ["available"],
  cost: ["cost"],
  onHand: ["onHand"],
  stockVersion: ["stockVersion"],
};

export const MEDIA_NEEDS = {
  url: ["url", "source", "focalPoint"],
  alt: ["alt"],
  width: ["url", "source"],
  height: ["url", "source"],
  focalPoint: ["focalPoint"],
  srcSet: ["url", "source", "focalPoint"],
  status: ["url", "source"],
  problem: ["source"],
} as const satisfies Needs<MediaView>;

export const COLLECTION_NEEDS = {
  slug: ["slug"],
  title: ["title"],
  descriptionHtml: ["descriptionHtml"],
  description: ["descriptionHtml"],
  image: ["image"],
  seo: ["seo"],
  kind: ["kind"],
  rules: ["rules"],
  evaluating: ["evaluating"],
  sortOrder: ["sortOrder"],
  products: ["sortOrder"],
  parent: ["parentId"],
  publishedAt: ["publication"],
  publication: ["publication"],
  version: ["version"],
  createdAt: ["createdAt"],
  updatedAt: ["updatedAt"],
  translations: ["translations"],
} as const satisfies Needs<CollectionView>;

export const METAFIELD_DEFINITION_NEEDS = {
  namespace: ["namespace"],
  key: ["key"],
  type: ["type"],
  name: ["name"],
  description: ["description"],
  version: ["version"],
  createdAt: ["createdAt"],
  updatedAt: ["updatedAt"],
  translations: ["translations"],
} as const satisfies Needs<MetafieldDefinitionView>;

export const productFields = (requested: Requested): FieldsOf<ProductView> => {
  const fields = new Set(neededBy(requested, PRODUCT_NEEDS));
  // The names of options belong to the product: read with it, they spare its variants a look-up.
  if (nodesOf(requested.get("variants")).has("optionValues")) fields.add("options");
  return fields;
};

export const variantFields = (requested: Requested): FieldsOf<VariantView> =>
  neededBy(requested, VARIANT_NEEDS);
export const offerFields = (requested: Requested): ReadonlySet<OfferField> =>
  neededBy(requested, OFFER_NEEDS);
export const mediaFields = (requested: Requested): FieldsOf<MediaView> =>
  neededBy(requested, MEDIA_NEEDS);
export const collectionFields = (requested: Requested): FieldsOf<CollectionView> =>
  neededBy(requested, COLLECTION_NEEDS);
export const metafieldDefinitionFields = (
  requested: Requested,
): FieldsOf<MetafieldDefinitionView> => neededBy(requested, METAFIELD_DEFINITION_NEEDS);

type AnyNeeds = Readonly<Record<string, readonly unknown[]>>;

// Every product of a list is asked for the same of its parts.
const known = new WeakMap<Requested, Map<AnyNeeds, ReadonlySet<unknown>>>();

const neededBy = <Field>(
  requested: Requested,
  needs: Readonly<Record<string, readonly Field[]>>,
): ReadonlySet<Field> => {
  const ofRequested = known.get(requested) ?? new Map<AnyNeeds, ReadonlySet<unknown>>();
  known.set(requested, ofRequested);
  const found =
    ofRequested.get(needs) ??
    new Set(
      [...requested.keys()].flatMap((name) =>
        Object.hasOwn(needs, name) ? (needs[name] ?? []) : [],
      ),
    );
  ofRequested.set(needs, found);
  return found as ReadonlySet<Field>;
};

const NOTHING: Requested = new Map();

/** What is asked of the items of a connection, whether through `nodes` or through `edges`. */
export const nodesOf = (connection: Requested = NOTHING): Requested =>
  together(connection.get("nodes") ?? NOTHING, connection.get("edges")?.get("node") ?? NOTHING);

/** Whether a page has to be read at all, or only counted. */
export const wantsPage = (connection: Requested): boolean =>
  connection.has("nodes") || connection.has("edges") || connection.has("pageInfo");

const together = (one: Requested, other: Requested): Requested => {
  if (one.size === 0 || other.size === 0) return one.size === 0 ? other : one;
  const names = new Set([...one.keys(), ...other.keys()]);
  return new Map(
    [...names].map((name) => [
      name,
      together(one.get(name) ?? NOTHING, other.get(name) ?? NOTHING),
    ]),
  );
};
