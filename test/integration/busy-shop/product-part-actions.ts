import type { Action, RandomClient } from "./random-client.js";

/** Actions on options, variants, images, metafields and translations. */
export const productPartActions = (client: RandomClient): readonly Action[] => {
  const { below, pick, chance, withParts, send, products, collections } = client;
  return [
    () =>
      send("productOptionUpdate", {
        id: pick(products),
        name: "Size",
        renameValues: [{ from: "S", to: "XS" }],
        addValues: [`V${below(3)}`],
      }),
    () =>
      send("productOptionAdd", { id: pick(products), name: "Glaze", values: ["matt", "bright"] }),
    () => send("productOptionRemove", { id: pick(products), name: "Glaze" }),
    () =>
      send("productVariantsAdd", {
        id: pick(products),
        variants: [{ optionValues: [{ name: "Size", value: "L" }], price: "6.00", onHand: 3 }],
      }),
    () =>
      withParts(({ id, variants: own }) =>
        send("productVariantsRemove", { id, variantIds: [pick(own)] }),
      ),
    () =>
      withParts(({ id, variants: own }) =>
        send("productVariantsReorder", { id, variantIds: [pick(own)] }),
      ),
    () =>
      withParts(({ id, variants: own }) =>
        send("productVariantsUpdate", {
          id,
          variants: [
            {
              id: pick(own),
              changes: { price: `${1 + below(9)}.00`, onHand: chance(0.3) ? null : below(9) },
            },
          ],
        }),
      ),
    () =>
      send("productMediaAdd", {
        id: pick(products),
        media: [{ url: `https://img.example/${client.number}.webp` }],
        at: 0,
      }),
    () =>
      withParts(({ id, media: own }) => send("productMediaRemove", { id, mediaIds: [pick(own)] })),
    () =>
      withParts(({ id, media: own }) => send("productMediaReorder", { id, mediaIds: [pick(own)] })),
    () =>
      withParts(({ id, media: own, variants: sold }) =>
        send("productVariantsUpdate", {
          id,
          variants: [{ id: pick(sold), changes: { mediaId: pick(own) } }],
        }),
      ),
    () =>
      send("productMetafieldsSet", {
        id: pick(products),
        metafields: [{ namespace: "care", key: `field${below(3)}`, value: `v${below(5)}` }],
      }),
    () =>
      send("productTranslationsSet", {
        id: pick(products),
        translations: [
          {
            locale: pick(["de", "de-AT", "fr"]),
            title: `Becher ${below(9)}`,
            ...(chance(0.5)
              ? {
                  options: [
                    {
                      name: "Size",
                      translation: "Größe",
                      values: [{ value: pick(["S", "XS", "L"]), translation: `W${below(4)}` }],
                    },
                  ],
                }
              : {}),
          },
        ],
      }),
    () =>
      withParts(({ id, media: own }) =>
        send("productTranslationsSet", {
          id,
          translations: [{ locale: "de", media: [{ id: pick(own), alt: `Bild ${below(9)}` }] }],
        }),
      ),
    () => send("productTranslationsRemove", { id: pick(products), locales: [pick(["de", "fr"])] }),
    () =>
      send("collectionTranslationsSet", {
        id: pick(collections),
        translations: [{ locale: "de", title: `Gruppe ${below(9)}` }],
      }),
    () => send("collectionTranslationsRemove", { id: pick(collections), locales: ["de"] }),
  ];
};
