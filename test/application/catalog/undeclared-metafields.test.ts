import { describe, expect, test } from "vitest";
import { editProduct } from "../../../src/application/catalog/product-edit/edit-product.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import type { Metafield } from "../../../src/domain/catalog/metafields/metafield.js";
import { Refused } from "../../../src/domain/shared/domain-error.js";
import { fillShop } from "../../builders/fill-shop.js";
import { productId } from "../../builders/product-content.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";

const WASHING: Metafield = { namespace: "care", key: "washing", type: "TEXT", value: "by hand" };
const DRYING: Metafield = { namespace: "care", key: "drying", type: "TEXT", value: "flat" };
const now = new Date("2026-01-01T12:00:00Z");

describe("any edit of a product", () => {
  const resultOfEdit = async (metafields: readonly Metafield[]): Promise<unknown> => {
    const unitOfWork = new InMemoryDatabase().unitOfWork(inMemoryStores);
    await fillShop(unitOfWork, { products: [{ number: 1, content: { metafields: [WASHING] } }] });
    const edit = unitOfWork.run((stores) =>
      editProduct({ stores, viewer: OPERATOR, now }, { id: productId(1) }, ({ before }) => ({
        content: { ...before, metafields },
      })),
    );
    return edit.then(
      ({ changes }) => changes.map(({ path }) => path),
      (error: unknown) =>
        error instanceof Refused
          ? error.errors.map(({ code, path }) => `${code} ${path.join(".")}`)
          : error,
    );
  };

  test("is refused if it adds an undeclared metafield", async () => {
    expect(await resultOfEdit([WASHING, DRYING])).toEqual(["METAFIELD_UNDECLARED metafields.1"]);
  });

  test("is refused if it sets a metafield with another type than the declared one", async () => {
    expect(await resultOfEdit([{ ...WASHING, type: "MULTILINE_TEXT" }])).toEqual([
      "INVALID_METAFIELD metafields.0",
    ]);
  });

  test("may set declared metafields and remove existing ones", async () => {
    expect(await resultOfEdit([{ ...WASHING, value: "never" }])).toEqual([
      "metafields.care.washing.value",
    ]);
    expect(await resultOfEdit([])).toEqual(["metafields.care.washing"]);
  });
});
