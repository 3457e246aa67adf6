import { beforeEach, describe, expect, test } from "vitest";
import { productId } from "../../builders/product-content.js";
import { send } from "../ask.js";
import { editing, type Editing } from "../editing.js";

const MUG = productId(5);

interface WithId {
  readonly id: string;
}
interface OptionsWithIds {
  readonly options: readonly (WithId & { readonly optionValues: readonly WithId[] })[];
  readonly variants: { readonly nodes: readonly { readonly optionValues: readonly WithId[] }[] };
}

describe("options of a product and their values", () => {
  let { mutate, ask, world }: Editing = {} as Editing;
  beforeEach(async () => {
    ({ mutate, ask, world } = await editing());
  });
  const on = (mutation: string) => (input: object) =>
    mutate(mutation, { id: MUG, ...input }, "product { id }");
  const [add, update] = [on("productOptionAdd"), on("productOptionUpdate")];

  test("keep their ids when they are renamed, in every language and in both APIs", async () => {
    await add({ name: "Glaze", values: ["matt", "gloss"], valueOfExistingVariants: "gloss" });
    const read = async (api: "shop" | "admin") => {
      const { data } = await send(world, {
        api,
        viewer: api === "shop" ? "guest" : "admin-key",
        query: `query ($id: ID!) { product(by: { id: $id }) {
          options { id optionValues { id } }
          availableOptionValues { id values { id } }
          variants(first: 3) { nodes { optionValues { id } } }
        } }`,
        variables: { id: MUG },
      });
      return (data as { product: OptionsWithIds }).product;
    };
    const before = await read("shop");

    await update({
      name: "Glaze",
      newName: "Finish",
      renameValues: [{ from: "gloss", to: "shiny" }],
    });

    expect(await read("shop")).toEqual(before);
    expect(await read("admin")).toEqual(before);
    const ids = before.options.flatMap(({ id, optionValues }) => [
      id,
      ...optionValues.map((value) => value.id),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
    const [variant] = before.variants.nodes;
    expect(ids).toEqual(expect.arrayContaining(variant?.optionValues.map(({ id }) => id) ?? []));
  });

  test("what a choice makes of an option has an id for each choice", async () => {
    const { data } = await ask(
      `query ($id: ID!) { product(by: { id: $id }) {
        one: availableOptionValues { id values { id } }
        other: availableOptionValues(selectedOptions: [{ name: "Size", value: "S" }]) { id values { id } }
      } }`,
      { id: MUG },
    );
    const { one, other } = (data as { product: Record<"one" | "other", readonly WithId[]> })
      .product;

    expect(one.map(({ id }) => id)).not.toEqual(other.map(({ id }) => id));
  });
});
