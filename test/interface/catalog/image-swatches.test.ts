import { beforeEach, describe, expect, test } from "vitest";
import { mediaId, productId } from "../../builders/product-content.js";
import { send } from "../ask.js";
import { editing, type Editing, problemsOf } from "../editing.js";

const MUG = productId(5);
const [FRONT, SIDE] = [mediaId(5), mediaId(52)];
const OF_ANOTHER = mediaId(1);
const PRODUCT =
  "product { id options { name optionValues { name swatch { color image { id } } } } } changes { path }";

interface ProductView {
  readonly id: string;
  readonly options: readonly {
    readonly name: string;
    readonly optionValues: readonly { readonly name: string; readonly swatch: unknown }[];
  }[];
}
const swatches = (payload: Record<string, unknown>) =>
  (payload["product"] as ProductView).options[0]?.optionValues.map(({ swatch }) => swatch);
const image = (id: string) => ({ color: null, image: { id } });
const color = (hex: string) => ({ color: hex, image: null });

describe("swatches that are images of the product", () => {
  let { mutate, ask, world }: Editing = {} as Editing;
  beforeEach(async () => {
    ({ mutate, ask, world } = await editing());
  });
  const of = async (mutation: string, input: object) =>
    (await mutate(mutation, { id: MUG, ...input }, PRODUCT)).payload;
  const set = (...changes: readonly object[]) =>
    of("productOptionUpdate", { name: "Size", swatches: changes });

  test("are set by id or index, and take the place of a colour and of each other", async () => {
    await set({ value: "S", color: "#1e90ff" }, { value: "L", mediaId: FRONT });

    expect(swatches(await set({ value: "S", mediaId: SIDE }))).toEqual([image(SIDE), image(FRONT)]);
    expect(swatches(await set({ value: "S", mediaIndex: 0 }))).toEqual([
      image(FRONT),
      image(FRONT),
    ]);
    expect(swatches(await set({ value: "S", color: "#000000" }, { value: "L" }))).toEqual([
      color("#000000"),
      null,
    ]);
  });

  test("come with a new option, and with a new product by the index of its images", async () => {
    const added = await of("productOptionAdd", {
      name: "Glaze",
      values: ["matt", "gloss"],
      swatches: [{ value: "gloss", mediaId: SIDE }],
    });
    const created = await mutate(
      "productCreate",
      {
        product: {
          title: "Vase",
          media: [{ url: "https://img.example/oak.webp" }],
          options: [{ name: "Wood", values: ["Oak"], swatches: [{ value: "Oak", mediaIndex: 0 }] }],
        },
      },
      "product { media(first: 1) { nodes { id } } options { optionValues { swatch { image { id url } } } } }",
    );

    expect((added["product"] as ProductView).options[1]?.optionValues).toEqual([
      { name: "matt", swatch: null },
      { name: "gloss", swatch: image(SIDE) },
    ]);
    expect(created.payload["userErrors"]).toEqual([]);
    expect(created.payload["product"]).toMatchObject({
      options: [{ optionValues: [{ swatch: { image: { url: "https://img.example/oak.webp" } } }] }],
    });
  });

  test("are refused where the product has no such image, and with a colour beside them", async () => {
    const refused = await set(
      { value: "S", mediaId: OF_ANOTHER },
      { value: "L", mediaIndex: 99 },
      { value: "XL", color: "#1e90ff", mediaId: FRONT },
    );

    expect(problemsOf(refused)).toEqual([
      "MEDIA_NOT_FOUND swatches.0.mediaId",
      "INVALID_MEDIA swatches.1.mediaIndex",
      "INVALID_SWATCH swatches.2.mediaId",
      "OPTION_VALUE_NOT_FOUND swatches.2.value",
    ]);
    expect(problemsOf(await set({ value: "S", mediaId: FRONT, mediaIndex: 0 }))).toEqual([
      "INVALID_MEDIA swatches.0.mediaIndex",
    ]);
    expect(
      problemsOf(
        await of("productOptionAdd", {
          name: "Glaze",
          values: ["matt", "gloss"],
          swatches: [{ value: "matt" }, { value: "gloss", mediaId: OF_ANOTHER }],
        }),
      ),
    ).toEqual(["MEDIA_NOT_FOUND swatches.1.mediaId", "INVALID_SWATCH swatches.0"]);
    expect(
      problemsOf(
        (
          await mutate("productCreate", {
            product: {
              title: "Vase",
              options: [
                { name: "Wood", values: ["Oak"], swatches: [{ value: "Oak", mediaIndex: 0 }] },
              ],
            },
          })
        ).payload,
      ),
    ).toEqual(["INVALID_MEDIA product.options.0.swatches.0.mediaIndex"]);
  });

  test("go with an image that is removed, and are copied with those of a duplicate", async () => {
    await set({ value: "S", mediaId: SIDE }, { value: "L", color: "#1e90ff" });
    const copy = await mutate(
      "productDuplicate",
      { id: MUG },
      "product { options { optionValues { swatch { image { id url } } } } media(first: 9) { nodes { id url } } }",
    );
    const removed = await of("productMediaRemove", { mediaIds: [SIDE] });

    const { options, media } = copy.payload["product"] as {
      readonly options: readonly {
        readonly optionValues: readonly { readonly swatch: { readonly image: unknown } | null }[];
      }[];
      readonly media: { readonly nodes: readonly unknown[] };
    };
    expect(options[0]?.optionValues[0]?.swatch?.image).toEqual(media.nodes[1]);
    expect(media.nodes[1]).not.toMatchObject({ id: SIDE });
    expect(swatches(removed)).toEqual([null, color("#1e90ff")]);
  });

  test("are answered wherever option values are, in the size that is asked for", async () => {
    await set({ value: "S", mediaId: FRONT }, { value: "L", mediaId: SIDE });
    const swatch = "swatch { color image { id url(width: 64) alt } }";
    const { data, errors } = await send(world, {
      api: "shop",
      viewer: "guest",
      query: `query ($id: ID!) {
        product(by: { id: $id }) {
          options { optionValues { name ${swatch} } }
          availableOptionValues { values { value ${swatch} } }
          variants(first: 2) { nodes { optionValues { value ${swatch} } } }
        }
        search(query: "mug") { facets { name values { label ${swatch} } } }
      }`,
      variables: { id: MUG },
    });

    expect(errors).toEqual([]);
    const [front, side] = [
      {
        swatch: {
          color: null,
          image: { id: FRONT, url: expect.stringContaining("/media/mug-5"), alt: "Front" },
        },
      },
      {
        swatch: {
          color: null,
          image: { id: SIDE, url: "https://img.example/side.webp", alt: "Side" },
        },
      },
    ];
    expect(data).toMatchObject({
      product: {
        options: [{ optionValues: [front, side] }],
        availableOptionValues: [{ values: [front, side] }],
        variants: { nodes: [{ optionValues: [front] }, { optionValues: [side] }] },
      },
      search: {
        facets: expect.arrayContaining([
          {
            name: "Size",
            values: expect.arrayContaining([
              { label: "S", ...front },
              { label: "L", ...side },
            ]),
          },
        ]),
      },
    });
  });

  test("of a hidden product are no images of a facet", async () => {
    await set({ value: "S", mediaId: FRONT });
    await mutate("productUnpublish", { id: MUG });
    const facets = `query { search { facets { name values { label swatch { image { id } } } } } }`;
    const guest = await send(world, { api: "shop", viewer: "guest", query: facets });

    expect(guest.errors).toEqual([]);
    expect(JSON.stringify(guest.data)).not.toContain(FRONT);
    expect(JSON.stringify((await ask(facets)).data)).toContain(FRONT);
  });
});
