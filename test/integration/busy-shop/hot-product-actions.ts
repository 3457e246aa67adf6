import { OPERATOR } from "../../../src/application/shared/viewer.js";
import { StoreUnavailable } from "../../../src/application/shared/unit-of-work.js";
import type { Store } from "../../../src/infrastructure/store.js";
import { fileOf, mugRecord, variantRecord } from "../../builders/mug-record.js";
import type { Action, RandomClient } from "./random-client.js";

const SIZES = ["XS", "S", "M", "L", "XL", "XXL"] as const;

/** The slugs of the few products that everybody changes at once. */
export const HOT_SLUGS = ["hot-1", "hot-2", "hot-3"] as const;

/** A product with a variant of each size but the last; every second one has counted stock. */
export const hotProduct = (slug: string) => ({
  slug,
  status: "ACTIVE",
  options: [{ name: "Size", values: SIZES }],
  variants: SIZES.slice(0, 5).map((value, n) => ({
    optionValues: [{ name: "Size", value }],
    sku: `${slug}-${value}`,
    price: `${5 + n}.00`,
    ...(n % 2 === 0 ? { onHand: 1 } : {}),
    tracked: true,
  })),
});

interface HotVariant {
  readonly id: string;
  readonly productId: string;
}

/**
 * Changes of prices, stock and variants of the same few products: every pair of them meets. They
 * name the variants that exist now, because variants come and go.
 */
export const hotProductActions = (
  client: RandomClient,
  { readSource }: Pick<Store, "readSource">,
): readonly Action[] => {
  const { below, pick, chance, soon, send, create, lists, shops, surprises, works } = client;
  const hotVariants = async (): Promise<readonly HotVariant[]> =>
    (
      await readSource.query(
        `SELECT v.id, v.product_id FROM catalog_variant v JOIN catalog_product p ON p.id = v.product_id WHERE p.slug LIKE 'hot-%'`,
      )
    ).map((row) => ({ id: String(row["id"]), productId: String(row["product_id"]) }));
  const some = async (most: number): Promise<readonly HotVariant[]> => {
    const all = await hotVariants();
    return [...new Set(Array.from({ length: 1 + below(most) }, () => below(all.length)))].flatMap(
      (index) => all[index] ?? [],
    );
  };
  const onOne =
    (act: (own: readonly string[], id: string) => Promise<unknown>): Action =>
    async () => {
      const all = await hotVariants();
      const id = all[below(all.length)]?.productId;
      if (id === undefined) return;
      await act(
        all.filter(({ productId }) => productId === id).map((one) => one.id),
        id,
      );
    };
  const onSome =
    (act: (variants: readonly string[]) => Promise<unknown>): Action =>
    async () => {
      const variants = (await some(4)).map((one) => one.id);
      if (variants.length > 0) await act(variants);
    };
  // The first two stay, so that most prices in lists find their list.
  const removableList = () => lists.splice(2 + below(Math.max(1, lists.length - 2)), 1)[0] ?? "";
  const onError = () => (chance(0.8) ? "SKIP" : "ABORT");
  const price = () => (chance(0.15) ? null : `${1 + below(12)}.00`);
  const compareAt = () => (chance(0.3) ? { compareAtPrice: chance(0.5) ? "9.50" : null } : {});

  const stock: readonly Action[] = [
    onSome((variants) =>
      send("stockCount", {
        counts: variants.map((variantId) => ({ variantId, onHand: below(3) })),
        onError: onError(),
      }),
    ),
    onSome((variants) =>
      send("stockAdjust", {
        adjustments: variants.map((variantId) => ({ variantId, by: pick([-2, -1, 1, 2]) })),
        onError: onError(),
      }),
    ),
    onSome((variants) =>
      send("variantsUpdate", {
        items: variants.map((id) => ({ id, changes: { onHand: chance(0.6) ? null : below(3) } })),
        onError: onError(),
      }),
    ),
    onSome((variants) =>
      send("variantsUpdate", {
        items: variants.map((id) => ({
          id,
          changes: {
            tracked: chance(0.7),
            soldOutPolicy: chance(0.8) ? "DENY" : "CONTINUE",
            barcode: `${below(99)}`,
          },
        })),
        onError: onError(),
      }),
    ),
  ];
  const prices: readonly Action[] = [
    onSome((variants) =>
      send("variantPricesSet", {
        items: variants.map((variantId) => ({ variantId, price: price(), ...compareAt() })),
        onError: "SKIP",
      }),
    ),
    onSome((variants) =>
      send("variantsUpdate", {
        items: variants.map((id) => ({ id, changes: { price: price(), onHand: below(3) } })),
        onError: onError(),
      }),
    ),
    onSome((variants) =>
      send("priceListPricesSet", {
        priceListId: pick(lists),
        items: variants.map((variantId) => ({
          variantId,
          price: `${1 + below(12)}.00`,
          ...compareAt(),
        })),
        onError: "SKIP",
      }),
    ),
    onSome((variants) =>
      send("priceListPricesRemove", {
        priceListId: pick(lists),
        items: variants.map((variantId) => ({ variantId })),
        onError: "SKIP",
      }),
    ),
    onSome(([variantId = ""]) =>
      send("variantPriceSchedule", {
        variantId,
        at: soon(),
        until: chance(0.5) ? new Date(Date.now() + 500 + below(300)) : null,
        price: `${1 + below(9)}.00`,
      }).then(
        (answer) => void (answer?.result && works.push(String(answer.result["scheduledPriceId"]))),
      ),
    ),
    () =>
      chance(0.5)
        ? send("priceListCreate", {
            priceList: { key: `list-${below(5)}`, currency: pick(["EUR", "CHF"]) },
          }).then(
            (answer) => void (answer?.result && lists.push(String(answer.result["priceListId"]))),
          )
        : send("priceListDelete", { id: removableList() }),
  ];
  const content: readonly Action[] = [
    onOne((_, id) =>
      send("productVariantsAdd", {
        id,
        variants: [
          {
            optionValues: [{ name: "Size", value: pick(SIZES) }],
            ...(chance(0.7) ? { price: `${1 + below(12)}.00` } : {}),
            ...(chance(0.5) ? { onHand: below(3) } : {}),
          },
        ],
      }),
    ),
    onOne((own, id) =>
      send("productVariantsRemove", {
        id,
        variantIds: own.length > 2 ? [pick(own)] : ["variant_01h00000000000000000000099"],
      }),
    ),
    onOne((own, id) => send("productVariantsReorder", { id, variantIds: [pick(own)] })),
    onOne((_, id) => send("productUpdate", { id, changes: { title: `Hot ${below(9)}` } })),
    onOne((_, id) =>
      send(pick(["productPublish", "productUnpublish", "productUnarchive"]), { id }),
    ),
    async () => {
      const slug = pick(HOT_SLUGS);
      const file = fileOf(
        mugRecord({
          slug,
          title: `Hot ${below(9)}`,
          options: ["Size"],
          variants: SIZES.slice(0, 1 + below(SIZES.length)).map((size) =>
            variantRecord({
              sku: `${slug}-${size}`,
              optionValues: [size],
              tracked: true,
              ...(chance(0.6) ? { price: `${1 + below(12)}.00` } : {}),
              ...(chance(0.6) ? { onHand: below(3) } : {}),
            }),
          ),
        }),
      );
      await pick(shops)
        .importProducts({ file }, OPERATOR)
        .catch((error: unknown) => {
          if (!(error instanceof StoreUnavailable))
            surprises.push(`importProducts: ${String(error)}`);
        });
    },
  ];
  const lives: readonly Action[] = [
    onOne((_, id) => send("productDuplicate", { id, slug: `hot-copy-${below(3)}` })),
    onOne((_, id) =>
      chance(0.5) ? send("productDelete", { id }) : send("productsDelete", { items: [{ id }] }),
    ),
    ...HOT_SLUGS.map((slug) => () => create(`Hot ${slug}`, hotProduct(slug))),
  ];
  return [...stock, ...stock, ...prices, ...prices, ...content, ...content, ...lives];
};
