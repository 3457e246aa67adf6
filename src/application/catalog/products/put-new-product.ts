import { Product } from "../../../domain/catalog/product.js";
import { placed, placedNow, Problems } from "../../../domain/shared/domain-error.js";
import type { Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import type { Edit, ProductEdited } from "./edit-product.js";
import { underFreeSlug } from "../free-slug.js";
import { putProducts, type EditedProduct } from "./put-products.js";
import type { EditStores } from "./take-products.js";

/** A slug that somebody has asked for, or one that only comes near to it where it is taken. */
export type WantedSlug = { readonly exactly: string } | { readonly like: string };

/** Stores a new product. @throws Refused with every rule that it breaks; SlugTaken, SkuTaken */
export const putNewProduct = async (
  work: Work<EditStores>,
  ids: Ids,
  wanted: WantedSlug,
  {
    content,
    prices,
    stock,
    warnings = [],
    place = (path) => path,
    problems = new Problems(),
    listPrices = [],
  }: Edit & Pick<EditedProduct, "listPrices">,
): Promise<ProductEdited> => {
  const put = async (slug: string): Promise<ProductEdited> => {
    const product = problems.attempt(() =>
      placedNow(place, () => Product.create(ids.next("product"), { ...content, slug }, work.now)),
    );
    problems.throwIfAny();
    if (!product) throw new Error("A product without a problem was not made.");
    const edited = {
      product,
      before: null,
      knownPrices: new Map(),
      knownStock: new Map(),
      prices: prices ?? new Map(),
      stock: stock ?? new Map(),
      listPrices,
    };
    const changes = await placed(place, () => putProducts(work, [edited]));
    return { productId: product.id, changes: changes.get(product.id) ?? [], warnings };
  };
  if ("exactly" in wanted) return put(wanted.exactly);
  return underFreeSlug(work, work.stores.products, wanted.like, put);
};
