import { Product } from "../../../domain/catalog/products/product.js";
import { withPath, withPathAsync } from "../../../domain/shared/domain-error.js";
import { Problems } from "../../../domain/shared/problems.js";
import type { Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import { samePath, type ProductEdit, type ProductEdited } from "./edit-product.js";
import type { EditStores } from "./lock-products.js";
import { saveProducts } from "./save-products.js";
import { slugTakenOver } from "./slug-taken-over.js";
import { withFreeSlug } from "./with-free-slug.js";

/** A slug that must be exactly this, or one that gets a number when it is taken. */
type SlugRequest = { readonly exactly: string } | { readonly like: string };

/** Saves a new product. @throws Refused with every rule that it breaks; SlugTaken, SkuTaken */
export const insertProduct = async (
  work: Work<EditStores>,
  ids: Ids,
  slugRequest: SlugRequest,
  {
    content,
    prices,
    stock,
    warnings = [],
    toCommandPath = samePath,
    problems = new Problems(),
    listPrices = [],
  }: ProductEdit,
): Promise<ProductEdited> => {
  const insert = async (slug: string): Promise<ProductEdited> => {
    const product = problems.collect(() =>
      withPath(toCommandPath, () =>
        Product.create(ids.next("product"), { ...content, slug }, work.now),
      ),
    );
    problems.throwIfAny();
    if (!product) throw new Error("A product without problems was not created.");
    const edited = {
      product,
      before: null,
      prices: prices ?? new Map(),
      stock: stock ?? new Map(),
      listPrices,
    };
    const { changes, tookOver } = await withPathAsync(toCommandPath, () =>
      saveProducts(work, [edited]),
    );
    return {
      productId: product.id,
      changes: changes.get(product.id) ?? [],
      warnings: [...warnings, ...slugTakenOver(tookOver.get(product.id), toCommandPath(["slug"]))],
    };
  };
  if ("exactly" in slugRequest) return insert(slugRequest.exactly);
  return withFreeSlug(work, work.stores.products, slugRequest.like, insert);
};
