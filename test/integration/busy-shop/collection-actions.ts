import type { Action, RandomClient } from "./random-client.js";

/** Actions on metafield definitions and collections. */
export const collectionActions = (client: RandomClient): readonly Action[] => {
  const {
    below,
    pick,
    chance,
    some,
    soon,
    rules,
    send,
    products,
    collections,
    definitions,
    staying,
  } = client;
  return [
    () =>
      send("metafieldDefinitionCreate", {
        definition: { namespace: "care", key: `field${below(3)}`, type: "TEXT" },
      }).then(
        (answer) =>
          void (answer?.result && definitions.push(String(answer.result["metafieldDefinitionId"]))),
      ),
    () =>
      send("metafieldDefinitionDelete", {
        id: pick(definitions.length > 0 ? definitions : ["metafield_01h00000000000000000000099"]),
      }),
    () =>
      send("collectionCreate", {
        collection: { title: `Group ${below(3)}`, productIds: some(products, 10) },
      }).then(
        (answer) =>
          void (answer?.result && collections.push(String(answer.result["collectionId"]))),
      ),
    () =>
      send("collectionUpdate", { id: pick(collections), changes: { slug: `group-${below(8)}` } }),
    () =>
      send("collectionProductsAdd", {
        id: pick(collections),
        productIds: some(products, 15),
        at: chance(0.5) ? 0 : null,
      }),
    () =>
      send("collectionProductsRemove", { id: pick(collections), productIds: some(products, 2) }),
    () =>
      send("collectionProductsReorder", {
        id: pick(collections),
        moves: some(products, 2).map((productId) => ({ productId, to: below(6) })),
      }),
    () =>
      send("collectionProductsReorder", {
        id: collections[0] ?? "",
        moves: [{ productId: pick([...staying.keys()]), to: below(12) }],
      }),
    () =>
      send("collectionProductsRemove", {
        id: pick(collections),
        productIds: [pick([...staying.keys()])],
      }),
    () =>
      send("collectionCreate", {
        collection: {
          title: `Group ${below(3)}`,
          rules: rules(),
          parentId: chance(0.5) ? pick(collections) : null,
        },
      }).then(
        (answer) =>
          void (answer?.result && collections.push(String(answer.result["collectionId"]))),
      ),
    () =>
      send("collectionUpdate", {
        id: pick(collections.slice(3).concat(pick(collections))),
        changes: { rules: chance(0.8) ? rules() : null },
      }),
    () =>
      send("collectionPlace", {
        id: pick(collections),
        parentId: chance(0.8) ? pick(collections) : null,
        ...(chance(0.5) ? { at: below(3) } : {}),
      }),
    () =>
      send("collectionPublish", {
        id: pick(collections),
        ...(chance(0.5)
          ? { from: soon(), until: chance(0.5) ? new Date(Date.now() + 500 + below(300)) : null }
          : {}),
      }),
    () => send("collectionUnpublish", { id: pick(collections) }),
    () =>
      send("collectionDelete", {
        id: pick(collections.slice(4).concat("collection_01h00000000000000000000099")),
      }),
  ];
};
