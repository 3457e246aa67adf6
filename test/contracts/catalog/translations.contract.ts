import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { translateCollection } from "../../../src/domain/catalog/collections/collection-translation.js";
import { Collection } from "../../../src/domain/catalog/collections/collection.js";
import type { ProductId } from "../../../src/domain/catalog/ids.js";
import { listing } from "../../../src/domain/catalog/listing/listing.js";
import { MetafieldDefinition } from "../../../src/domain/catalog/metafields/metafield-definition.js";
import { optionAvailability } from "../../../src/domain/catalog/options/option-availability.js";
import { Product } from "../../../src/domain/catalog/products/product.js";
import { translateProduct } from "../../../src/domain/catalog/products/translate-product.js";
import { removeTranslations } from "../../../src/domain/catalog/translations/remove-translations.js";
import { collectionId, definitionId, fillShop, type ShopStores } from "../../builders/fill-shop.js";
import { mediaId, productContent, productId, variantId } from "../../builders/product-content.js";
import type { ReadsSubject } from "./catalog-reads.contract.js";
import { ALL, numbers } from "./page-walks.js";
import {
  ALT,
  COLLECTION_TEXTS,
  GERMAN,
  inLanguage,
  LATER,
  SHIRT,
  TEXTS,
  TRANSLATED_SHOP,
} from "./translated-shirt.js";

/** Translations are stored, and used in the language of the audience. */
export const translations = (open: () => Promise<ReadsSubject>): void => {
  describe("translations", () => {
    let subject: ReadsSubject;
    const inUnit = <T>(work: (stores: ShopStores) => Promise<T>) => subject.unitOfWork.run(work);
    const edit = (id: ProductId, revise: (product: Product) => void) =>
      inUnit(async ({ products, listings, optionAvailabilities }) => {
        const product = await products.get(id);
        revise(product);
        await products.save([product]);
        await listings.save([listing(product.snapshot(), new Map())]);
        await optionAvailabilities.save(
          new Map([[id, optionAvailability(product.snapshot(), new Map())]]),
        );
      });
    const shirtIn = async (locale: string | null, fields = TEXTS) =>
      (await subject.reads.productsById([SHIRT], inLanguage(locale), fields))[0];
    const titles = async (locale: string | null) =>
      (
        await subject.reads.products(
          { filter: {}, sort: { key: "TITLE", reverse: false }, page: ALL },
          inLanguage(locale),
          new Set(["title"]),
        )
      ).items.map(({ item }) => item.title);

    beforeAll(async () => {
      subject = await open();
      await fillShop(subject.unitOfWork, TRANSLATED_SHOP);
      await edit(
        SHIRT,
        (product) => void product.revise(translateProduct(product.snapshot(), GERMAN), LATER),
      );
      await inUnit(async ({ collections, metafieldDefinitions }) => {
        const kitchen = await collections.get(collectionId(1));
        kitchen.revise(
          translateCollection(kitchen.snapshot(), [
            {
              locale: "de",
              title: "Küche",
              seoTitle: "Alles für die Küche",
              imageAlt: "Eine Küche",
            },
          ]),
          LATER,
        );
        await collections.save(kitchen);
        const washing = MetafieldDefinition.declare(
          definitionId(1),
          {
            namespace: "care",
            key: "folding",
            type: "TEXT",
            name: "Folding",
            description: "How to fold it.",
          },
          LATER,
        );
        washing.translate([{ locale: "de", name: "Falten" }], LATER);
        await metafieldDefinitions.save([washing]);
      });
    });
    afterAll(async () => subject.close?.());

    test("are read back as they were stored", async () => {
      const { translations: stored } = (
        await inUnit(({ products }) => products.get(SHIRT))
      ).snapshot();

      expect(stored.map(({ locale, title }) => [locale, title])).toEqual([
        ["de", "Hemd"],
        ["de-AT", "Pfoad"],
      ]);
      expect(stored[0]).toEqual({
        locale: "de",
        title: "Hemd",
        descriptionHtml: "<p>Aus Leinen. 😀</p>",
        seoTitle: "Hemd kaufen",
        seoDescription: null,
        options: [
          {
            name: "Size",
            text: "Größe",
            values: [
              { value: "Small", text: "Klein" },
              { value: "__proto__", text: "Groß" },
            ],
          },
        ],
        metafields: [{ namespace: "care", key: "washing", value: "von Hand" }],
        media: [{ id: mediaId(1), alt: "Ein Hemd" }],
      });
      expect(
        (await inUnit(({ collections }) => collections.get(collectionId(1)))).snapshot()
          .translations,
      ).toMatchObject([{ locale: "de", title: "Küche", descriptionHtml: null }]);
      expect(
        (
          await inUnit(({ metafieldDefinitions }) => metafieldDefinitions.get(definitionId(1)))
        ).snapshot().translations,
      ).toEqual([{ locale: "de", name: "Falten", description: null }]);
    });

    test("are used for each text, then those of the parent language, then the original text", async () => {
      const [austrian, german, french, original] = [
        await shirtIn("de-AT"),
        await shirtIn("de"),
        await shirtIn("fr"),
        await shirtIn(null),
      ];

      expect(austrian).toMatchObject({
        title: "Pfoad",
        descriptionHtml: "<p>Aus Leinen. 😀</p>",
        seo: { title: "Hemd kaufen", description: "" },
        firstImage: { alt: "Ein Hemd" },
        tags: ["tea"],
      });
      expect(austrian?.options).toEqual([
        {
          name: "Größe",
          values: ["Kloa", "Groß"],
          stored: { name: "Size", values: ["Small", "__proto__"] },
        },
      ]);
      expect(austrian?.metafields).toEqual([
        { namespace: "care", key: "washing", type: "TEXT", value: "von Hand" },
        { namespace: "facts", key: "weight", type: "INTEGER", value: "180" },
      ]);
      expect(austrian?.optionAvailability).toMatchObject({
        options: [{ name: "Größe" }],
        variants: [
          { id: variantId(11), values: [0] },
          { id: variantId(12), values: [1] },
        ],
      });
      expect(german).toMatchObject({ title: "Hemd", options: [{ values: ["Klein", "Groß"] }] });
      expect(french).toEqual(original);
      expect(original).toMatchObject({
        title: "Shirt",
        options: [{ name: "Size", values: ["Small", "__proto__"] }],
        firstImage: { alt: "Mug 1" },
      });
    });

    test("are used wherever a product is read: in lists, by slug, in collections; lists keep the order of the original titles", async () => {
      expect(await titles(null)).toEqual(["Apron", "Shirt"]);
      expect(await titles("de")).toEqual(["Apron", "Hemd"]);
      expect(
        await subject.reads.productsBySlug(["shirt"], inLanguage("de"), new Set(["title"])),
      ).toEqual([{ id: SHIRT, slug: "shirt", title: "Hemd" }]);
      const inside = (
        await subject.reads.productsOfCollections(
          [collectionId(1)],
          ALL,
          inLanguage("de"),
          new Set(["title"]),
        )
      ).get(collectionId(1));
      expect(inside?.items.map(({ item }) => item.title)).toEqual(["Hemd", "Apron"]);
      expect(await shirtIn("de", new Set(["available"]))).toEqual({ id: SHIRT, available: false });
    });

    test("are used for collections, images and metafield definitions too", async () => {
      const [kitchen] = await subject.reads.collectionsById(
        [collectionId(1)],
        inLanguage("de-CH"),
        COLLECTION_TEXTS,
      );
      expect(kitchen).toMatchObject({
        title: "Küche",
        descriptionHtml: "<p>Chosen by hand.</p>",
        seo: { title: "Alles für die Küche", description: "" },
        image: { alt: "Eine Küche" },
      });
      expect(
        (
          await subject.reads.collectionsOfProducts(
            [SHIRT],
            ALL,
            inLanguage("de"),
            new Set(["title"]),
          )
        )
          .get(SHIRT)
          ?.items.map(({ item }) => item.title),
      ).toEqual(["Küche"]);

      expect(
        await subject.reads.mediaById([mediaId(1), mediaId(9_001)], inLanguage("de"), ALT),
      ).toEqual(
        expect.arrayContaining([
          { id: mediaId(1), alt: "Ein Hemd" },
          { id: mediaId(9_001), alt: "Eine Küche" },
        ]),
      );
      expect(
        (await subject.reads.mediaOfProducts([SHIRT], ALL, ALT, inLanguage("de")))
          .get(SHIRT)
          ?.items.map(({ item }) => item.alt),
      ).toEqual(["Ein Hemd"]);
      expect(
        (await subject.reads.mediaOfProducts([SHIRT], ALL, ALT))
          .get(SHIRT)
          ?.items.map(({ item }) => item.alt),
      ).toEqual(["Mug 1"]);

      expect(
        await subject.reads.metafieldDefinitionsById(
          [definitionId(1)],
          new Set(["name", "description"]),
          inLanguage("de"),
        ),
      ).toEqual([{ id: definitionId(1), name: "Falten", description: "How to fold it." }]);
    });

    test("have the names of their missing texts, and products can be filtered by them", async () => {
      const untranslated = async (untranslatedIn: string) =>
        numbers(
          await subject.reads.products(
            { filter: { untranslatedIn }, sort: { key: "CREATED", reverse: false }, page: ALL },
            inLanguage(null),
            new Set<never>(),
          ),
        );
      const missing = async () =>
        (await shirtIn("de", new Set(["translations"])))?.translations?.map(
          ({ locale, missing: places }) => [locale, places],
        );
      expect(await missing()).toEqual([
        ["de", []],
        ["de-AT", []],
      ]);
      expect([
        await untranslated("de"),
        await untranslated("de-CH"),
        await untranslated("fr"),
      ]).toEqual([[2], [2], [1, 2]]);

      await edit(
        SHIRT,
        (product) =>
          void product.revise(
            { ...product.snapshot(), seo: { title: "", description: "A shirt." } },
            LATER,
          ),
      );
      expect(await missing()).toEqual([
        ["de", ["seo.description"]],
        ["de-AT", ["seo.description"]],
      ]);
      expect([await untranslated("de"), await untranslated("de-AT")]).toEqual([
        [1, 2],
        [1, 2],
      ]);
      await edit(
        SHIRT,
        (product) =>
          void product.revise(
            translateProduct(product.snapshot(), [
              { locale: "de", seo: { description: "Ein Hemd." } },
            ]),
            LATER,
          ),
      );
      expect([await untranslated("de"), await untranslated("de-AT")]).toEqual([[2], [2]]);
    });

    test("are deleted when they are removed, and with their owner", async () => {
      await inUnit(async ({ products, listings, optionAvailabilities, collections }) => {
        const copy = Product.create(
          productId(3),
          translateProduct(productContent(3), [
            { locale: "de", title: "Becher", media: [{ id: mediaId(3), alt: "Ein Becher" }] },
          ]),
          LATER,
        );
        await products.save([copy]);
        await listings.save([listing(copy.snapshot(), new Map())]);
        await optionAvailabilities.save(
          new Map([[copy.id, optionAvailability(copy.snapshot(), new Map())]]),
        );
        const collection = Collection.create(
          collectionId(2),
          { ...(await collections.get(collectionId(1))).snapshot(), slug: "second", image: null },
          LATER,
        );
        await collections.save(collection);
      });
      expect(
        await subject.reads.productsById(
          [productId(3)],
          inLanguage("de"),
          new Set(["title", "firstImage"]),
        ),
      ).toMatchObject([{ title: "Becher", firstImage: { alt: "Ein Becher" } }]);
      expect(
        await subject.reads.collectionsById(
          [collectionId(2)],
          inLanguage("de"),
          new Set(["title"]),
        ),
      ).toMatchObject([{ title: "Küche" }]);

      await edit(
        productId(3),
        (product) => void product.revise(removeTranslations(product.snapshot(), ["de"]), LATER),
      );
      expect(
        await subject.reads.productsById(
          [productId(3)],
          inLanguage("de"),
          new Set(["title", "firstImage", "translations"]),
        ),
      ).toMatchObject([{ title: "Mug 3", firstImage: { alt: "Mug 3" }, translations: [] }]);
      await inUnit(async ({ collections }) => {
        const second = await collections.get(collectionId(2));
        second.revise(removeTranslations(second.snapshot(), ["de"]), LATER);
        await collections.save(second);
      });
      expect(
        await subject.reads.collectionsById(
          [collectionId(2)],
          inLanguage("de"),
          new Set(["title"]),
        ),
      ).toMatchObject([{ title: "Kitchen" }]);

      await edit(
        productId(3),
        (product) =>
          void product.revise(
            translateProduct(product.snapshot(), [{ locale: "de", title: "Becher" }]),
            LATER,
          ),
      );
      await inUnit(async ({ products, collections }) => {
        const [doomed, gone] = [
          await products.get(productId(3)),
          await collections.get(collectionId(1)),
        ];
        doomed.delete();
        await products.remove([doomed]);
        gone.delete();
        await collections.remove(gone);
      });
      await inUnit(async ({ products, listings }) => {
        const again = Product.create(productId(3), productContent(3), LATER);
        await products.save([again]);
        await listings.save([listing(again.snapshot(), new Map())]);
      });
      expect(
        await subject.reads.productsById([productId(3)], inLanguage("de"), new Set(["title"])),
      ).toMatchObject([{ title: "Mug 3" }]);
    });

    test("in an invalid language are ignored", async () => {
      for (const odd of ["../..", "__proto__", "de'", "x".repeat(10_000), ""])
        expect(await shirtIn(odd, new Set(["title"]))).toEqual({ id: SHIRT, title: "Shirt" });
    });
  });
};
