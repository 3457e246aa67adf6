import { describe, expect, test } from "vitest";
import { ADMIN_KEY_HOLDER } from "../../../src/application/shared/viewer.js";

import type { AutomatedCollections } from "./automated-collections.js";

/** Collections below one another. */
export const collectionTree = (subject: AutomatedCollections): void => {
  const { done, make, defects } = subject;

  describe("in a tree", () => {
    const move = (id: string, parentId: string | null, at?: number) =>
      subject.shop.collectionPlace({ id, parentId, at }, ADMIN_KEY_HOLDER);

    test("never have a cycle, whatever is moved at the same time", async () => {
      for (let round = 0; round < 8; round++) {
        const [a, b, c] = [
          await make(`A ${round}`),
          await make(`B ${round}`),
          await make(`C ${round}`),
        ];
        const answers = await Promise.all([move(a, b), move(b, c), move(c, a)]);

        expect(
          answers.flatMap(({ refusals }) =>
            refusals.map(({ code, path }) => [code, path.join(".")]),
          ),
        ).toEqual([["COLLECTION_CYCLE", "parentId"]]);
        expect(await defects()).toEqual([]);
      }
    });

    test("have at most eight levels, including everything below a moved collection", async () => {
      let parentId: string | null = null;
      const line: string[] = [];
      for (let level = 1; level <= 8; level++)
        line.push((parentId = await make(`Level ${level}`, { parentId })));
      const { refusals } = await subject.shop.collectionCreate(
        { collection: { title: "Too deep", parentId } },
        ADMIN_KEY_HOLDER,
      );
      expect(refusals).toMatchObject([
        {
          code: "COLLECTION_TOO_DEEP",
          path: ["collection", "parentId"],
          facts: { levels: 9, limit: 8 },
        },
      ]);

      const [pair] = [await make("Pair")];
      await make("Below", { parentId: pair });
      expect((await move(pair, line[6] ?? "")).refusals).toMatchObject([
        { code: "COLLECTION_TOO_DEEP" },
      ]);
      expect((await move(pair, line[5] ?? "")).refusals).toEqual([]);
      expect(await defects()).toEqual([]);
    });

    test("are ordered among their siblings, and move up when their parent is deleted", async () => {
      const top = await make("Top");
      const parent = await make("Parent", { parentId: top });
      const [one, two, three] = [
        await make("One", { parentId: parent }),
        await make("Two", { parentId: parent }),
        await make("Three", { parentId: parent }),
      ];
      const below = async (of: string) =>
        (
          await subject.store.readSource.query(
            "SELECT title FROM catalog_collection WHERE parent_id = ? ORDER BY position, id",
            [of],
          )
        ).map((row) => String(row["title"]));
      done(await subject.shop.collectionPlace({ id: three, at: 0 }, ADMIN_KEY_HOLDER));
      done(await subject.shop.collectionPlace({ id: one, at: 5 }, ADMIN_KEY_HOLDER));
      expect(await below(parent)).toEqual(["Three", "Two", "One"]);
      expect(
        done(await subject.shop.collectionPlace({ id: two, at: 1 }, ADMIN_KEY_HOLDER)).warnings,
      ).toMatchObject([{ code: "NOTHING_CHANGED" }]);

      done(await subject.shop.collectionDelete({ id: parent }, ADMIN_KEY_HOLDER));
      expect([await below(top), await defects()]).toEqual([["Three", "Two", "One"], []]);
      for (let round = 0; round < 30; round++)
        done(
          await subject.shop.collectionPlace(
            { id: [one, two, three][round % 3] ?? "", at: 1 },
            ADMIN_KEY_HOLDER,
          ),
        );
      expect((await below(top)).toSorted()).toEqual(["One", "Three", "Two"]);
    });
  });
};
