import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GUEST } from "../../../src/application/shared/viewer.js";
import type { Store } from "../../../src/infrastructure/store.js";
import { fillLargeShop, openLargeShop, type AskedStatement, type LargeShop } from "./large-shop.js";
import { faultOf, type Fault, type ReadPlan } from "./plan.js";
import {
  defaultLists,
  otherQueries,
  productLists,
  recordedQueries,
  type Answer,
  type ShopQuery,
} from "./shop-queries.js";

interface PlansSubject {
  readonly store: Store;
  /** Changes rows past all rules. */
  readonly write: (sql: string) => Promise<unknown>;
  /** Makes the database update its statistics, as it does after a while. */
  readonly settle: () => Promise<unknown>;
  readonly readPlan: ReadPlan;
  readonly close: () => Promise<void>;
}

/** How many sets of values are checked for each statement. */
const MOST_ALIKE = 6;

/** No query of a shop makes the database read, or sort, more than a thousand rows in one step. */
export const queryPlansContract = (name: string, open: () => Promise<PlansSubject>): void => {
  describe(`query plans: ${name}`, () => {
    let subject: PlansSubject;
    let shop: LargeShop;

    beforeAll(async () => {
      subject = await open();
      const filled = await fillLargeShop(subject.store, subject.write);
      await subject.settle();
      shop = await openLargeShop(subject.store, filled);
    }, 120_000);
    afterAll(async () => {
      await shop.stop();
      await subject.close();
    });

    const seen = new Map<string, Set<string>>();
    const isNew = ({ sql, values }: AskedStatement): boolean => {
      const [alike, key] = [seen.get(sql) ?? new Set<string>(), JSON.stringify(values)];
      if (alike.has(key) || alike.size >= MOST_ALIKE) return false;
      seen.set(sql, alike.add(key));
      return true;
    };

    const ask = async ({
      query,
      variables,
      operationName,
      market,
      locale,
    }: ShopQuery): Promise<Answer> => {
      const contextValue = await shop.shop.context({
        viewer: GUEST,
        requestId: "plans",
        market,
        locale,
      });
      const { body } = await shop.shop.server.executeOperation(
        {
          query,
          ...(variables && { variables }),
          ...(operationName !== undefined && { operationName }),
        },
        { contextValue },
      );
      if (body.kind !== "single") throw new Error("The answer came in pieces.");
      return {
        ...body.singleResult.data,
        ...(body.singleResult.errors && { errors: body.singleResult.errors }),
      };
    };

    /** Runs a query, and checks the plan of each new statement. */
    const faultsOf = async (query: ShopQuery, mayFail = false): Promise<readonly Fault[]> => {
      shop.taken();
      const answer = await ask(query);
      if (!mayFail && answer["errors"])
        throw new Error(`${query.name}: ${JSON.stringify(answer["errors"])}`);
      const faults: Fault[] = [];
      for (const statement of shop.taken().filter(isNew))
        faults.push(
          ...[faultOf(query.name, statement, await subject.readPlan(statement))].filter(
            (fault) => fault !== null,
          ),
        );
      return faults;
    };

    test("lists of products in every order, filter and direction are read by an index", async () => {
      const faults: Fault[] = [];
      for await (const query of productLists(shop, ask)) faults.push(...(await faultsOf(query)));

      expect(faults).toEqual([]);
      expect(seen.size).toBeGreaterThan(30);
    }, 60_000);

    test("pages of products, collections, searches and markets are read by an index", async () => {
      const faults: Fault[] = [];
      for (const query of otherQueries(shop)) faults.push(...(await faultsOf(query)));

      expect(faults).toEqual([]);
    }, 60_000);

    test("all queries of the API tests are read by an index", async () => {
      const faults: Fault[] = [];
      for (const query of recordedQueries()) faults.push(...(await faultsOf(query, true)));

      expect(faults).toEqual([]);
    }, 60_000);

    test("lists of a shop with too many hidden products for a walk along an index are read by another one", async () => {
      await subject.write(
        "UPDATE catalog_listing SET status = 'ACTIVE', published_until = '2026-02-01 00:00:00.000' WHERE status = 'DRAFT'",
      );
      const hiding = await openLargeShop(subject.store, shop);
      await shop.stop();
      shop = hiding;
      seen.clear();
      const faults: Fault[] = [];
      for (const query of defaultLists()) faults.push(...(await faultsOf(query)));

      expect(faults).toEqual([]);
      expect(
        [...seen.keys()].filter(
          (sql) =>
            sql.includes("catalog_listing l WHERE") || sql.includes("catalog_listing l JOIN"),
        ).length,
      ).toBeGreaterThan(0);
    }, 60_000);

    test.each([
      [
        "a condition that no index serves",
        "SELECT product_id FROM catalog_listing l WHERE l.image_alt = ? LIMIT 20",
        ["nobody"],
      ],
      [
        "a walk along an index past all that is not wanted",
        "SELECT l.product_id FROM catalog_listing l WHERE l.on_sale = 2 ORDER BY l.created_at, l.product_id LIMIT 20",
        [],
      ],
      [
        "a sort",
        "SELECT l.product_id FROM catalog_listing l WHERE l.status = 'ACTIVE' ORDER BY l.image_alt LIMIT 20",
        [],
      ],
      [
        "a join that reads too much on its other side",
        "SELECT v.id FROM catalog_collection c JOIN catalog_collection_product cp ON cp.collection_id = c.id JOIN catalog_variant v ON v.product_id = cp.product_id WHERE c.id = ? AND v.tax_code = 'none'",
        ["large"],
      ],
    ])("a plan with %s would be reported", async (what, sql, values) => {
      const bound = values.map((value) =>
        value === "large" ? (shop.collectionIds[0] ?? "") : value,
      );
      const statement = { sql, values: bound };
      const fault = faultOf(what, statement, await subject.readPlan(statement));

      expect(fault).toMatchObject({ query: what, sql });
      expect(fault?.plan).toMatch(/catalog_listing|\bl\b|\bv\b/);
      expect(fault?.reads.every(({ rows }) => rows > 1_000)).toBe(true);
    });
  });
};
