import type { Action, RandomClient } from "./random-client.js";

/** Actions on products, stock and prices. */
export const productActions = (client: RandomClient): readonly Action[] => {
  const {
    below,
    pick,
    chance,
    some,
    items,
    soon,
    withParts,
    deletable,
    send,
    create,
    addKnown,
    sized,
    products,
    variants,
    works,
    staying,
    tags,
    units,
  } = client;
  return [
    () => create(`Mug ${below(4)}`, chance(0.5) ? sized(client.number) : {}),
    async () => {
      const answer = await send("productsCreate", {
        items: Array.from({ length: 1 + below(5) }, () => ({
          title: `Pot ${below(3)}`,
          ...(chance(0.2) ? { slug: "pot" } : {}),
          variants: [{ sku: `POT-${below(20)}`, price: "3.00" }],
        })),
        onError: chance(0.7) ? "SKIP" : "ABORT",
      });
      for (const { result } of (answer?.result?.["items"] ?? []) as readonly {
        readonly result: { readonly productId: string } | null;
      }[])
        if (result) await addKnown(result.productId);
    },
    async () => {
      const answer = await send("productDuplicate", { id: pick(products) });
      if (answer?.result) await addKnown(String(answer.result["productId"]));
    },
    () =>
      send("productUpdate", {
        id: pick(products),
        changes: { title: `Title ${below(5)}`, vendor: `Vendor ${below(3)}` },
      }),
    () =>
      withParts(({ id }) =>
        send("productUpdate", {
          id,
          changes: {
            title: `Title ${below(5)}`,
            ...(chance(0.8) ? { slug: `slug-${below(12)}` } : {}),
          },
        }),
      ),
    () =>
      send(
        "productsUpdate",
        items((id) => ({
          changes: {
            title: `Title ${below(9)}`,
            ...(!staying.has(id) && chance(0.2) ? { slug: `slug-${below(12)}` } : {}),
          },
        })),
      ),
    () => send("productDelete", { id: pick(deletable()) }),
    () =>
      send("productsDelete", {
        items: deletable().map((id) => ({ id })),
        onError: chance(0.7) ? "SKIP" : "ABORT",
      }),
    () =>
      send("productPublish", {
        id: pick(products),
        ...(chance(0.5)
          ? { from: soon(), until: chance(0.5) ? new Date(Date.now() + 500 + below(300)) : null }
          : {}),
      }),
    () =>
      send(
        "productsPublish",
        items(() => ({})),
      ),
    () => send("productUnpublish", { id: pick(products) }),
    () =>
      send(
        "productsArchive",
        items(() => ({})),
      ),
    () =>
      send(
        "productsUnarchive",
        items(() => ({})),
      ),
    () => send("productsTagsAdd", { ...items(() => ({})), tags: [`label-${below(6)}`] }),
    () => send("productsTagsRemove", { ...items(() => ({})), tags: [`label-${below(6)}`, "tea"] }),
    async () => {
      const [product, tag] = [pick([...staying.keys()]), `mark-${client.nextNumber()}`];
      if ((await send("productTagsAdd", { id: product, tags: [tag] }, { keyed: true }))?.result)
        tags.add(`${product} ${tag}`);
    },
    async () => {
      const [variant, by] = [pick([...staying.values()]), 1 + below(5)];
      if (
        (await send("stockAdjust", { adjustments: [{ variantId: variant, by }] }, { keyed: true }))
          ?.result
      )
        units.set(variant, (units.get(variant) ?? 0) + by);
    },
    () =>
      send("stockCount", {
        counts: some(variants, 6)
          .filter((one) => ![...staying.values()].includes(one))
          .map((variantId) => ({ variantId, onHand: below(50) })),
        onError: "SKIP",
      }),
    () =>
      send("variantsUpdate", {
        items: some(variants, 10).map((id) => ({
          id,
          changes: {
            price: `${1 + below(30)}.00`,
            ...(chance(0.2) ? { sku: `SHARED-${below(6)}` } : {}),
          },
        })),
        onError: chance(0.7) ? "SKIP" : "ABORT",
      }),
    () =>
      send("variantPriceSchedule", {
        variantId: pick(variants),
        at: soon(),
        until: chance(0.5) ? new Date(Date.now() + 500 + below(300)) : null,
        price: `${1 + below(9)}.00`,
      }).then(
        (answer) => void (answer?.result && works.push(String(answer.result["scheduledPriceId"]))),
      ),
    () =>
      send("variantPriceScheduleCancel", {
        id: pick(works.length > 0 ? works : ["work_01h00000000000000000000099"]),
      }),
  ];
};
