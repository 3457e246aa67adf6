import type { Collection } from "../../../domain/catalog/collection.js";
import { matcher, productFacts, type ProductFacts } from "../../../domain/catalog/match-rules.js";
import type { ProductId } from "../../../domain/catalog/ids.js";
import { takeProducts, type EditStores } from "../products/take-products.js";

/** The facts of products, which are locked, so that they stay as they are until the unit of work ends. Those that are gone are absent. */
export const takeFacts = async (
  stores: EditStores,
  ids: readonly ProductId[],
): Promise<ReadonlyMap<ProductId, ProductFacts>> => {
  const taken = await takeProducts(stores, ids);
  return new Map(
    [...taken].map(([id, { before, prices, stock }]) => {
      const offers = before.variants.map(({ id: variant }) => {
        const price = prices.get(variant);
        return [
          variant,
          {
            price: price?.price ?? null,
            compareAt: price?.compareAt ?? null,
            available: stock.get(variant)?.available ?? null,
          },
        ] as const;
      });
      return [id, productFacts(before, new Map(offers))];
    }),
  );
};

/** Has some of the products stand in a locked collection, or not, as its rules say; a manual one is left alone. */
export const fitCollection = async (
  { collections }: Pick<EditStores, "collections">,
  collection: Collection,
  facts: ReadonlyMap<ProductId, ProductFacts>,
  now: Date,
): Promise<void> => {
  const { rules } = collection;
  if (!rules) return;
  const belongs = matcher(rules);
  const inside = await collections.inside(collection.id, [...facts.keys()]);
  const isWrong = (is: boolean) =>
    [...facts]
      .filter(([id, known]) => inside.has(id) === is && belongs(known) !== is)
      .map(([id]) => id);
  const [strangers, missing] = [isWrong(true), isWrong(false)];
  const removed = strangers.length > 0 ? await collections.withdraw(collection.id, strangers) : [];
  const added = missing.length > 0 ? await collections.insert(collection.id, missing, null) : [];
  collection.rearrange({ added, removed }, now);
  await collections.save(collection);
};
