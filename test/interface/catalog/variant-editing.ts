import { beforeEach } from "vitest";
import { productId, variantId } from "../../builders/product-content.js";
import { reserveUnits } from "../../builders/reserve-units.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryReads } from "../../fakes/catalog/in-memory-reads.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { editing, type Editing } from "../editing.js";
import { openWorld } from "../world.js";

/** A shop for the tests of one file, with what changes the variants of its mug. */
export const variantEditing = () => {
  let { mutate }: Editing = {} as Editing;
  let database = new InMemoryDatabase();
  beforeEach(async () => {
    database = new InMemoryDatabase();
    ({ mutate } = await editing(() =>
      openWorld(
        {},
        { unitOfWork: database.unitOfWork(inMemoryStores), ...inMemoryReads(database) },
      ),
    ));
  });
  const on = (mutation: string) => async (input: object) =>
    (await mutate(mutation, { id: MUG, ...input }, PRODUCT)).payload;
  const [add, update] = [on("productVariantsAdd"), on("productVariantsUpdate")];
  const [remove, reorder, offer] = [
    on("productVariantsRemove"),
    on("productVariantsReorder"),
    on("productOptionUpdate"),
  ];
  /** Promises units of the small mug to a buyer. */
  const reserve = (quantity: number) =>
    database.unitOfWork(inMemoryStores).run(async (stores) => {
      const item = await stores.stockItems.get(SMALL);
      item.count(quantity);
      await stores.stockItems.save([item]);
      await reserveUnits(stores, SMALL, quantity);
    });
  return {
    mutateMug: on,
    add,
    update,
    remove,
    reorder,
    offer,
    reserve,
    database: () => database,
  };
};

const MUG = productId(5);
export const [SMALL, LARGE] = [variantId(50), variantId(51)];
export const NONE = variantId(999);
export const OF_ANOTHER = variantId(10);
const PRODUCT = `product { version options { name values } variants(first: 100) { nodes { id sku tracked onHand price { amount } compareAtPrice { amount } cost { amount } weight { value unit } image { id } optionValues { value } } } } changes { path before after }`;
export const size = (value: string) => [{ name: "Size", value }];

interface Payload {
  readonly product: {
    readonly version: number;
    readonly variants: {
      readonly nodes: readonly {
        readonly id: string;
        readonly sku: string | null;
        readonly optionValues: readonly { readonly value: string }[];
      }[];
    };
  } | null;
  readonly changes: readonly {
    readonly path: string;
    readonly before: unknown;
    readonly after: unknown;
  }[];
}
export const ids = (payload: Record<string, unknown>) =>
  (payload as unknown as Payload).product?.variants.nodes.map(({ id }) => id);
