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

  test("finds an image whose address differs in its query only, and keeps its id", async () => {
    const shop = importShop();
    const at = (name: string, query: string) => ({
      ...imageRecord(name, 1),
      url: `https://img.example/${name}?${query}`,
    });
    const media = () => storedProduct(shop).media.map(({ id, url }) => [id, url]);
    const variants = (query: string) => [
      variantRecord({ imageUrl: `https://img.example/a.jpg?${query}` }),
    ];
    await shop.importRecords(
      mugRecord({
        images: [at("a.jpg", "v=1"), at("b", "id=1"), at("b", "id=2")],
        variants: variants("v=1"),
      }),
    );
    const before = media();

    const [report] = await shop.importRecords(
      mugRecord({
        images: [at("a.jpg", "v=2"), at("b", "id=2"), at("b", "id=3")],
        variants: variants("v=2"),
      }),
    );

    expect(report).toMatchObject({ images: { created: 1, updated: 1, unchanged: 1 } });
    expect(media()).toEqual([
      [before[0]?.[0], "https://img.example/a.jpg?v=2"],
      before[2],
      [expect.any(String), "https://img.example/b?id=3"],
      before[1],
    ]);
    expect(storedProduct(shop).variants[0]?.mediaId).toBe(before[0]?.[0]);
  });
});
