import { Problems } from "../../../domain/shared/problems.js";
import type { Work } from "../../shared/change.js";
import { mediaFromInput, requiredUrls } from "../images/media-input.js";
import { declaredMetafields } from "../product-edit/check-metafields.js";
import { typedMetafields } from "../metafields/typed-metafields.js";
import type { ProductEdited } from "../product-edit/edit-product.js";
import { insertProduct } from "../product-edit/insert-product.js";
import type { EditNeeds, EditStores } from "../product-edit/lock-products.js";
import { suggestedSlug } from "../product-edit/with-free-slug.js";
import { authorisePrices } from "../variants/lock-patched-prices.js";
import { authoriseStock } from "../variants/lock-patched-stock.js";
import { editFromInput, type ProductInput } from "./product-input.js";

/**
 * Adds one product.
 * @throws Refused, SlugTaken for a requested slug, SkuTaken; with paths in the input
 */
export const addProduct = async (
  input: ProductInput,
  work: Work<EditStores>,
  needs: EditNeeds,
): Promise<ProductEdited> => {
  authorisePrices(work.viewer, input.variants ?? []);
  authoriseStock(work.viewer, input.variants ?? []);
  const problems = new Problems();
  const images = input.media ?? [];
  const urls = await requiredUrls(work.stores, images, work.now, problems, (index) => [
    "media",
    index,
  ]);
  const media = images.map((image, index) =>
    mediaFromInput(needs.ids.next("media"), urls[index] ?? "", image),
  );
  const edit = editFromInput(input, media, needs, problems);
  const metafields = typedMetafields(
    await declaredMetafields(work.stores, input.metafields ?? []),
    input.metafields ?? [],
    problems,
  );
  return insertProduct(
    work,
    needs.ids,
    input.slug == null ? { like: suggestedSlug(input.title, "product") } : { exactly: input.slug },
    { ...edit, content: { ...edit.content, metafields } },
  );
};
