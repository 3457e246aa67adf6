import { beforeEach, describe, expect, test } from "vitest";
import { mediaId, productId } from "../../builders/product-content.js";
import { editing, type Editing } from "../editing.js";

const MUG = productId(5);
const NONE = productId(999);
const PRODUCT = `product { id slug title status version publication { from } options { name values } media(first: 9) { nodes { id url alt } }
  variants(first: 100) { nodes { id sku barcode tracked onHand soldOutPolicy requiresShipping taxable taxCode price { amount } compareAtPrice { amount } cost { amount } weight { value unit } image { url } unitPriceMeasure { total totalUnit base baseUnit } optionValues { name value } } } }`;

interface ProductView {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly variants: {
    readonly nodes: readonly {
      readonly id: string;
      readonly optionValues: readonly { readonly value: string }[];
    }[];
  };
}
const productOf = (payload: Record<string, unknown>): ProductView =>
  payload["product"] as ProductView;

describe("productDuplicate", () => {
  let { mutate }: Editing = {} as Editing;
  beforeEach(async () => {
    ({ mutate } = await editing());
  });
  const copy = (more: object = {}) => mutate("productDuplicate", { id: MUG, ...more }, PRODUCT);

  test("makes a draft with everything except unique fields and stock", async () => {
    const { payload, errors } = await copy();

    expect(errors).toEqual([]);
    expect(payload["userErrors"]).toEqual([]);
    expect(payload["product"]).toMatchObject({
      title: "Mug (copy)",
      slug: "mug-5-copy",
      status: "DRAFT",
      version: 1,
      publication: null,
      options: [{ name: "Size", values: ["S", "L"] }],
      media: {
        nodes: [
          { url: "https://shop.example/media/mug-5.webp" },
          { url: "https://img.example/side.webp" },
          { url: "https://img.example/back.webp" },
        ],
      },
      variants: {
        nodes: [
          { sku: null, onHand: null, price: { amount: "20.00" } },
          {
            sku: null,
            barcode: null,
            onHand: null,
            price: { amount: "40.00" },
            image: { url: "https://img.example/side.webp" },
            taxCode: "P1",
          },
        ],
      },
    });
    const ids = [productOf(payload).id, ...productOf(payload).variants.nodes.map(({ id }) => id)];
    expect(new Set(ids).size).toBe(3);
    expect(JSON.stringify(payload)).not.toContain(MUG);
    expect(JSON.stringify(payload)).not.toContain(mediaId(52));
  });

  test("numbers further copies, and uses a given title and slug", async () => {
    await copy();
    expect(productOf((await copy()).payload).slug).toBe("mug-5-copy-2");
    expect(productOf((await copy({ title: "Cup", slug: "cup" })).payload)).toMatchObject({
      title: "Cup",
      slug: "cup",
    });
    expect(productOf((await copy({ title: "Mug of the summer" })).payload).slug).toBe(
      "mug-of-the-summer",
    );
    expect((await copy({ slug: "cup" })).payload["userErrors"]).toMatchObject([
      { code: "SLUG_TAKEN", path: ["input", "slug"] },
    ]);
    expect((await copy({ slug: "No slug" })).payload["userErrors"]).toMatchObject([
      { code: "INVALID_SLUG", path: ["input", "slug"] },
    ]);
  });

  test("shortens a long title between characters so that the suffix fits", async () => {
    await mutate("productUpdate", { id: MUG, changes: { title: `${"x".repeat(247)}😀tail` } });

    expect(productOf((await copy()).payload).title).toBe(`${"x".repeat(247)} (copy)`);
  });

  test("reports an unknown id and a stale version, and changes nothing in a dry run", async () => {
    expect(
      (await mutate("productDuplicate", { id: NONE }, PRODUCT)).payload["userErrors"],
    ).toMatchObject([{ code: "PRODUCT_NOT_FOUND", path: ["input", "id"] }]);
    expect((await copy({ expectedVersion: 9 })).payload["userErrors"]).toMatchObject([
      { code: "STALE_VERSION", currentVersion: 1 },
    ]);
    expect((await copy({ dryRun: true })).payload).toMatchObject({ product: null, userErrors: [] });
    expect(productOf((await copy()).payload).slug).toBe("mug-5-copy");
  });
});
