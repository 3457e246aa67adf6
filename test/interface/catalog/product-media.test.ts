import { beforeEach, describe, expect, test } from "vitest";
import { mediaId, productId, variantId } from "../../builders/product-content.js";
import { editing, type Editing, problemsOf } from "../editing.js";

const MUG = productId(5);
const [FRONT, SIDE, BACK] = [mediaId(5), mediaId(52), mediaId(51)];
const OF_ANOTHER = mediaId(1);
const PRODUCT =
  "product { version media(first: 20) { nodes { id url alt } } variants(first: 9) { nodes { id image { id } } } } changes { path }";

interface ProductView {
  readonly media: {
    readonly nodes: readonly { readonly id: string; readonly url: string; readonly alt: string }[];
  };
}
const images = (payload: Record<string, unknown>) =>
  (payload["product"] as ProductView).media.nodes;
const ids = (payload: Record<string, unknown>) => images(payload).map(({ id }) => id);
const alts = (payload: Record<string, unknown>) => images(payload).map(({ alt }) => alt);

describe("images of a product", () => {
  let { mutate, ask }: Editing = {} as Editing;
  beforeEach(async () => {
    ({ mutate, ask } = await editing());
  });
  const on = (mutation: string) => async (input: object) =>
    (await mutate(mutation, { id: MUG, ...input }, PRODUCT)).payload;
  const [add, update, remove, reorder] = [
    on("productMediaAdd"),
    on("productMediaUpdate"),
    on("productMediaRemove"),
    on("productMediaReorder"),
  ];

  test("are added at the end or at a position", async () => {
    expect(
      alts(
        await add({
          media: [{ url: "/media/a.webp", alt: "A" }, { url: "https://img.example/b.webp" }],
        }),
      ),
    ).toEqual(["Front", "Side", "", "A", ""]);
    expect(alts(await add({ media: [{ url: "/media/c.webp", alt: "C" }], at: 1 }))).toEqual([
      "Front",
      "C",
      "Side",
      "",
      "A",
      "",
    ]);
    expect(alts(await add({ media: [{ url: "/media/d.webp", alt: "D" }], at: 200 })).at(-1)).toBe(
      "D",
    );
  });

  test("are not added with an invalid address or beyond 250", async () => {
    expect(
      problemsOf(
        await add({ media: [{ url: "/media/a.webp" }, { url: "javascript:alert(1)" }], at: 1 }),
      ),
    ).toEqual(["INVALID_MEDIA media.1.url"]);
    expect(problemsOf(await add({ media: [{ url: "/media/a.webp", alt: "\u202E" }] }))).toEqual([
      "INVALID_TEXT media.0.alt",
    ]);
    expect(
      problemsOf(
        await add({ media: Array.from({ length: 251 }, (_, n) => ({ url: `/media/${n}.webp` })) }),
      ),
    ).toEqual(["INVALID_INPUT media"]);
    expect(
      (await add({ media: Array.from({ length: 248 }, (_, n) => ({ url: `/media/${n}.webp` })) }))[
        "userErrors"
      ],
    ).toMatchObject([
      { __typename: "TooManyError", count: 251, limit: 250, path: ["input", "media"] },
    ]);
  });

  test("are changed in the given fields only", async () => {
    const payload = await update({
      media: [
        { id: BACK, alt: "Back" },
        { id: FRONT, url: "https://img.example/front.webp" },
        { id: SIDE, alt: null },
      ],
    });

    expect(images(payload)).toEqual([
      { id: FRONT, url: "https://img.example/front.webp", alt: "Front" },
      { id: SIDE, url: "https://img.example/side.webp", alt: "" },
      { id: BACK, url: "https://img.example/back.webp", alt: "Back" },
    ]);
  });

  test("are changed only where they belong to the product, once each, to valid values", async () => {
    const payload = await update({
      media: [
        { id: OF_ANOTHER, alt: "x" },
        { id: BACK, alt: "x" },
        { id: BACK, alt: "y" },
        { id: SIDE, url: "nowhere" },
      ],
    });

    expect(payload["userErrors"]).toMatchObject([
      {
        __typename: "NotFoundError",
        code: "MEDIA_NOT_FOUND",
        missing: OF_ANOTHER,
        path: ["input", "media", "0", "id"],
      },
      { code: "GIVEN_TWICE", path: ["input", "media", "2", "id"] },
      { code: "INVALID_MEDIA", path: ["input", "media", "3", "url"] },
    ]);
    expect(
      problemsOf(await update({ media: Array.from({ length: 251 }, () => ({ id: BACK })) })),
    ).toContain("INVALID_INPUT media");
  });

  test("are removed, and variants with these images have none then", async () => {
    const payload = await remove({ mediaIds: [SIDE] });

    expect(ids(payload)).toEqual([FRONT, BACK]);
    expect(payload["product"]).toMatchObject({
      variants: { nodes: [{ id: variantId(50) }, { id: variantId(51), image: null }] },
    });
    expect(problemsOf(await remove({ mediaIds: [SIDE, "image"] }))).toEqual([
      "MEDIA_NOT_FOUND mediaIds.0",
      "MEDIA_NOT_FOUND mediaIds.1",
    ]);
    expect(
      problemsOf(await remove({ mediaIds: Array.from({ length: 251 }, () => BACK) })),
    ).toContain("INVALID_INPUT mediaIds");
  });

  test("are reordered, and the first one represents the product in lists", async () => {
    expect(ids(await reorder({ mediaIds: [BACK] }))).toEqual([BACK, FRONT, SIDE]);
    expect(
      (
        await ask(
          `{ products(filter: { text: "Mug" }, first: 50) { nodes { id featuredImage { id } } } }`,
        )
      ).data?.["products"],
    ).toMatchObject({
      nodes: expect.arrayContaining([{ id: MUG, featuredImage: { id: BACK } }]) as unknown,
    });
    expect(problemsOf(await reorder({ mediaIds: [BACK, BACK, OF_ANOTHER] }))).toEqual([
      "GIVEN_TWICE mediaIds.1",
      "MEDIA_NOT_FOUND mediaIds.2",
    ]);
  });

  test.each([
    ["productMediaAdd", { media: [{ url: "/media/a.webp" }] }],
    ["productMediaUpdate", { media: [{ id: FRONT, alt: "x" }] }],
    ["productMediaRemove", { mediaIds: [FRONT] }],
    ["productMediaReorder", { mediaIds: [BACK] }],
  ])("%s changes nothing in a dry run, and reports a stale version", async (mutation, input) => {
    const dryRun = await on(mutation)({ ...input, dryRun: true });
    const stale = await on(mutation)({ ...input, expectedVersion: 7 });
    const unknown = await on(mutation)({ ...input, id: productId(999) });

    expect(dryRun["userErrors"]).toEqual([]);
    expect(dryRun["changes"]).not.toEqual([]);
    expect(stale["userErrors"]).toMatchObject([
      { __typename: "StaleVersionError", currentVersion: 1, path: ["input", "expectedVersion"] },
    ]);
    expect(problemsOf(unknown)).toEqual(["PRODUCT_NOT_FOUND id"]);
    expect(
      (await ask("query ($id: ID!) { product(by: { id: $id }) { version } }", { id: MUG })).data,
    ).toEqual({ product: { version: 1 } });
  });
});
