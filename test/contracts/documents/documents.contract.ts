import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  documentsContext,
  type DocumentsNeeds,
} from "../../../src/application/documents/documents.js";
import type { TrustedDocument } from "../../../src/application/documents/ports/trusted-documents.js";
import { ADMIN_KEY_HOLDER, GUEST, OPERATOR } from "../../../src/application/shared/viewer.js";
import { movableClock } from "../../fakes/movable-clock.js";

type Store = Omit<DocumentsNeeds, "clock">;

const document = (
  id: string,
  text = `query Page { shop { locale } } # ${id}`,
): TrustedDocument => ({
  id,
  name: "Page",
  kind: "query",
  text,
});

/** Run over the fake, SQLite and MySQL. */
export const documentsContract = (
  name: string,
  open: () => Promise<Store & { readonly close?: () => Promise<void> }>,
): void => {
  describe(`trusted documents: ${name}`, () => {
    const clock = movableClock("2026-01-01T12:00:00.000Z");
    let store: Awaited<ReturnType<typeof open>>;
    const documents = () => documentsContext.open({ ...store, clock });
    const publish = (...published: readonly TrustedDocument[]) =>
      documents().documentsPublish({ api: "shop", documents: published }, OPERATOR);
    const list = async () =>
      (await documents().listDocuments({ api: "shop", limit: 100 }, OPERATOR)).documents;

    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store.close?.());

    test("that are published are found by their ids, in their own API only", async () => {
      const long = document("long", `query Page { shop { locale } } # ${"ä😀".repeat(20_000)}`);

      expect((await publish(document("a"), long)).result).toEqual({ added: 2, known: 0 });

      const find = (api: "shop" | "admin", id: string) =>
        documents().documentText({ api, id }, GUEST);
      expect(await find("shop", "a")).toBe(document("a").text);
      expect(await find("shop", "long")).toBe(long.text);
      expect(await find("shop", "A")).toBeNull();
      expect(await find("admin", "a")).toBeNull();
    });

    test("that are published again are the same, and known to be in use", async () => {
      clock.forward(86_400_000);

      expect((await publish(document("a"), document("b"))).result).toEqual({ added: 1, known: 1 });

      expect(await list()).toEqual([
        {
          id: "a",
          name: "Page",
          kind: "query",
          characters: document("a").text.length,
          firstPublishedAt: new Date("2026-01-01T12:00:00.000Z"),
          publishedAt: new Date("2026-01-02T12:00:00.000Z"),
        },
        expect.objectContaining({ id: "b" }),
        expect.objectContaining({ id: "long" }),
      ]);
    });

    test("never change: an id of another document is refused, and nothing is published", async () => {
      await publish(document("a"));
      const { result, refusals } = await publish(
        document("c"),
        document("a", "{ shop { locale } }"),
      );

      expect(result).toBeNull();
      expect(refusals.map(({ code }) => code)).toEqual(["DOCUMENT_ID_TAKEN"]);
      const ids = (await list()).map(({ id }) => id);
      expect([ids.includes("a"), ids.includes("c")]).toEqual([true, false]);
    });

    test("that no build has published since a time are retired, and others by their ids", async () => {
      const retire = (which: { ids: readonly string[] } | { unusedSince: Date }) =>
        documents().documentsRetire({ api: "shop", which }, OPERATOR);

      expect((await retire({ unusedSince: new Date("2026-01-02T00:00:00.000Z") })).result).toEqual({
        retired: 1,
      });
      expect((await list()).map(({ id }) => id)).toEqual(["a", "b"]);
      expect((await retire({ ids: ["b", "unknown"] })).result).toEqual({ retired: 1 });
      expect((await list()).map(({ id }) => id)).toEqual(["a"]);
    });

    test("are no more than a bounded number", async () => {
      const many = (from: number) =>
        Array.from({ length: 10_000 }, (_, index) => document(`many-${from + index}`, "{ a }"));
      await publish(document("a"));
      await publish(...many(0));

      const { refusals } = await publish(...many(10_000));

      expect(refusals.map(({ code }) => code)).toEqual(["TOO_MANY_DOCUMENTS"]);
      expect(await documents().listDocuments({ api: "shop", limit: 1 }, OPERATOR)).toMatchObject({
        documents: [{}],
        count: 10_001,
      });
    });

    test("are published and retired by nobody without the permission", async () => {
      await expect(
        documents().documentsPublish({ api: "shop", documents: [] }, GUEST),
      ).rejects.toThrow("documents:write");
      await expect(documents().listDocuments({ api: "shop", limit: 1 }, GUEST)).rejects.toThrow(
        "documents:read",
      );
      await documents().listDocuments({ api: "shop", limit: 1 }, ADMIN_KEY_HOLDER);
    });
  });
};
