import { describe, expect, test } from "vitest";
import { editProduct } from "../../../src/application/catalog/products/edit-product.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import type { Metafield } from "../../../src/domain/catalog/metafield.js";
import { Refused } from "../../../src/domain/shared/domain-error.js";
import { productId } from "../../builders/product-content.js";
import { fillShelf } from "../../builders/shelf.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";

const WASHING: Metafield = { namespace: "care", key: "washing", type: "TEXT", value: "by hand" };
const DRYING: Metafield = { namespace: "care", key: "drying", type: "TEXT", value: "flat" };
const now = new Date("2026-01-01T12:00:00Z");

describe("whatever edits a product", () => {
  const edited = async (metafields: readonly Metafield[]): Promise<unknown> => {
    const unitOfWork = new InMemoryDatabase().unitOfWork(inMemoryStores);
    await fillShelf(unitOfWork, { products: [{ number: 1, content: { metafields: [WASHING] } }] });
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

  test("brings in no custom field that is not declared", async () => {
    expect(await edited([WASHING, DRYING])).toEqual(["METAFIELD_UNDECLARED metafields.1"]);
  });

  test("brings in none with another type than the declared one", async () => {
    expect(await edited([{ ...WASHING, type: "MULTILINE_TEXT" }])).toEqual([
      "INVALID_METAFIELD metafields.0",
    ]);
  });

  test("may bring in what is declared, and take out what there is", async () => {
    expect(await edited([{ ...WASHING, value: "never" }])).toEqual([
      "metafields.care.washing.value",
    ]);
    expect(await edited([])).toEqual(["metafields.care.washing"]);
  });
});
