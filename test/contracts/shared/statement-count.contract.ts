import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { statementCount } from "../../../src/infrastructure/shared/database/statement-count.js";
import type { Store } from "../../../src/infrastructure/store.js";

/** The statements that answers of development tell of, on either database. */
export const statementCountContract = (
  name: string,
  open: () => Promise<Store>,
  end: () => Promise<void> = async () => undefined,
): void => {
  describe(`the count of statements: ${name}`, () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(async () => {
      await store.close();
      await end();
    });
    const read = () => store.readSource.query("SELECT COUNT(*) AS many FROM catalog_product");

    test("is that of the work, whatever else runs at the same time", async () => {
      const [two, none] = await Promise.all([
        statementCount.counting(async () => {
          await read();
          await read();
          return "read";
        }),
        statementCount.counting(async () => "nothing"),
        read(),
      ]);

      expect([two, none]).toEqual([
        { result: "read", statements: 2 },
        { result: "nothing", statements: 0 },
      ]);
    });

    test("has the statements of changes, with those that begin and end them", async () => {
      const { statements } = await statementCount.counting(() =>
        store.unitOfWork.run(async ({ collectionUpkeep }) => {
          await collectionUpkeep.isNeeded();
        }),
      );

      expect(statements).toBeGreaterThanOrEqual(2);
    });

    test("is kept of work that failed for nobody", async () => {
      await expect(
        statementCount.counting(() => store.readSource.query("SELECT nothing")),
      ).rejects.toThrow(/nothing/i);

      expect(await statementCount.counting(read)).toMatchObject({ statements: 1 });
    });
  });
};
