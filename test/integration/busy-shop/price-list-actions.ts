import type { Action, RandomClient } from "./random-client.js";

/** Actions on price lists and markets. */
export const priceListActions = (client: RandomClient): readonly Action[] => {
  const { below, pick, chance, some, withParts, send, variants, lists, markets, staying } = client;
  return [
    () =>
      send("priceListCreate", {
        priceList: { key: `list-${below(6)}`, currency: pick(["EUR", "CHF"]) },
      }).then(
        (answer) => void (answer?.result && lists.push(String(answer.result["priceListId"]))),
      ),
    () =>
      send("priceListPricesSet", {
        priceListId: pick(lists),
        items: some(variants.concat(...staying.values()), 8).map((variantId) => ({
          variantId,
          price: `${1 + below(9)}.00`,
          compareAtPrice: chance(0.3) ? "9.50" : null,
        })),
        onError: "SKIP",
      }),
    () =>
      withParts(({ variants: own }) =>
        send("priceListPricesSet", {
          priceListId: pick(lists),
          items: own
            .slice(0, 1 + below(2))
            .map((variantId) => ({ variantId, price: `${1 + below(9)}.00` })),
          onError: "SKIP",
        }),
      ),
    () =>
      send("variantPricesSet", {
        items: some(variants.concat(...staying.values()), 8).map((variantId) => ({
          variantId,
          price: chance(0.1) ? null : `${1 + below(30)}.00`,
          ...(chance(0.3) ? { compareAtPrice: "19.50" } : {}),
        })),
        onError: "SKIP",
      }),
    () =>
      send("priceListPricesRemove", {
        priceListId: pick(lists),
        items: some(variants, 8).map((variantId) => ({ variantId })),
        onError: "SKIP",
      }),
    () =>
      chance(0.3)
        ? send("priceListDelete", { id: pick(lists) })
        : send("variantsUpdate", {
            items: some(variants, 4).map((id) => ({
              id,
              changes: { price: chance(0.5) ? null : "2.00", compareAtPrice: null, cost: null },
            })),
            onError: "SKIP",
          }),
    () =>
      send("marketCreate", {
        market: {
          key: `market-${below(5)}`,
          priceListId: chance(0.7) ? pick(lists) : null,
          countries: chance(0.5) ? [pick(["DE", "CH", "AT"])] : [],
        },
      }).then((answer) => void (answer?.result && markets.push(String(answer.result["marketId"])))),
    () => send("marketDelete", { id: pick(markets.concat("market_01h00000000000000000000099")) }),
  ];
};
