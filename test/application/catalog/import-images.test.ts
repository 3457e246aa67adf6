import { describe, expect, test } from "vitest";
import { imageRecord, mugRecord, variantRecord } from "../../builders/mug-record.js";
import { importShop, storedProduct } from "./import-shop.js";

describe("an import of images", () => {
  test("keeps the order of images around those with a position in the file", async () => {
    const shop = importShop();
    const names = () =>
      storedProduct(shop).media.map(({ url }) => url.replace(/.*\/(\w+)\.jpg/, "$1"));
    await shop.importRecords(
      mugRecord({ images: [imageRecord("a", 3), imageRecord("b", 4), imageRecord("c", 1)] }),
    );
    expect(names()).toEqual(["c", "a", "b"]);

    const [report] = await shop.importRecords(
      mugRecord({
        images: [imageRecord("b", 1), imageRecord("new"), imageRecord("a", null, "Side")],
      }),
    );

    expect(names()).toEqual(["b", "c", "a", "new"]);
    expect(report).toMatchObject({ images: { created: 1, updated: 1, unchanged: 1 } });
  });

  test("links a variant to the image with its URL", async () => {
    const shop = importShop();

    await shop.importRecords(
      mugRecord({
        images: [imageRecord("a", 1)],
        variants: [variantRecord({ imageUrl: "https://img.example/a.jpg" })],
      }),
    );

    expect(storedProduct(shop).variants[0]?.mediaId).toBe(storedProduct(shop).media[0]?.id);
  });
});
