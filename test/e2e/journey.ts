import { readFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { runPlinth, startPlinth, type RunningPlinth } from "./plinth-process.js";
import type { Answer } from "../answer.js";

export interface JourneyDatabase {
  /** The settings of the database; empty for the embedded store. */
  readonly environment: Readonly<Record<string, string>>;
  readonly clear: () => Promise<void>;
}

const FILE = "demo/catalogue.csv";

/** Sends a request whose answer is never read. @returns hangs up */
const sendUnheard = (url: string, query: string, headers: Record<string, string>): (() => void) => {
  const body = JSON.stringify({ query });
  const sent = request(url, {
    method: "POST",
    headers: {
      ...headers,
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
    },
  });
  sent.on("error", () => undefined);
  sent.end(body);
  return () => void sent.destroy();
};

/** From a file to the answer of a storefront and back, over HTTP and the command line. */
export const journey = (name: string, newDatabase: () => Promise<JourneyDatabase>): void => {
  // On a busy machine a process alone may take many seconds to start.
  vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
  describe(`a shop on ${name}`, () => {
    let folder: string;
    let databases: readonly [JourneyDatabase, JourneyDatabase];
    let environments: readonly [JourneyDatabase["environment"], JourneyDatabase["environment"]];
    let server: RunningPlinth | undefined;
    let firstOutput = "";
    const adminKey = () => readFileSync(join(folder, "one", "admin-key"), "utf8").trim();

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "plinth-e2e-"));
      databases = [await newDatabase(), await newDatabase()];
      const environment = (database: JourneyDatabase, data: string) => ({
        PLINTH_MODE: "production",
        PLINTH_DATA_DIR: join(folder, data),
        ...database.environment,
      });
      environments = [environment(databases[0], "one"), environment(databases[1], "two")];
    });
    afterAll(async () => {
      await server?.stop("SIGKILL");
      await rm(folder, { recursive: true, force: true });
      for (const database of databases) await database.clear();
    });

    const ask = async (
      path: string,
      query: string,
      headers: Record<string, string> = {},
    ): Promise<Answer> => {
      const response = await fetch(`${server?.url}${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify({ query }),
      });
      return response.json();
    };

    test("creates its tables with migrate, and a second migrate changes nothing", async () => {
      const first = await runPlinth(["migrate"], environments[0]);
      const second = await runPlinth(["migrate"], environments[0]);

      expect([first.code, second.code]).toEqual([0, 0]);
      expect(second.out).toContain("up to date");
    });

    test("reports the result of an import with --dry-run, and changes nothing", async () => {
      const { code, out } = await runPlinth(["import", FILE, "--dry-run"], environments[0]);

      expect(code).toBe(0);
      expect(out).toMatch(/65/);
      expect((await runPlinth(["export"], environments[0])).out.trim().split("\n")).toHaveLength(1);
    });

    test("shows the products of a file that is imported while the server runs", async () => {
      server = await startPlinth(environments[0]);
      firstOutput = server.output();
      const report = join(folder, "report.json");
      const { code } = await runPlinth(["import", FILE, "--report", report], environments[0]);
      const counts = JSON.parse(await readFile(report, "utf8")) as {
        result: { products: { created: number; refused: number } };
      };

      expect(code).toBe(0);
      expect(counts.result.products).toMatchObject({ created: 65, refused: 0 });
      // Filtered lists follow changes of other processes after about a second.
      await expect
        .poll(
          async () =>
            (
              await ask(
                "/graphql",
                `{ products(first: 1, filter: { onSale: true }) { totalCount } }`,
              )
            ).data.products.totalCount,
          { timeout: 30_000 },
        )
        .toBe(18);
      const { data } = await ask(
        "/graphql",
        `{ product(by: { slug: "煎茶-春摘み" }) { title variants(first: 10) { nodes { price { amount currency } stock } } } }`,
      );
      expect(data.product.variants.nodes[0].price).toMatchObject({ currency: "EUR" });
    });

    test("reports that a second import of the same file changes nothing", async () => {
      const report = join(folder, "again.json");
      const { code, out } = await runPlinth(["import", FILE, "--report", report], environments[0]);

      expect(code).toBe(0);
      expect(JSON.parse(await readFile(report, "utf8"))).toMatchObject({
        result: { products: { created: 0, updated: 0, unchanged: 65, refused: 0 } },
      });
      expect(out).toMatch(/unchanged/i);
    });

    test("opens its admin API with the key of the first start only", async () => {
      const query =
        "{ products(first: 1, filter: { statuses: [DRAFT] }) { totalCount nodes { title status } } }";
      const [without, wrong, right] = [
        await ask("/admin/graphql", query),
        await ask("/admin/graphql", query, {
          authorization: `Bearer plinth_admin_${"x".repeat(43)}`,
        }),
        await ask("/admin/graphql", query, { authorization: `Bearer ${adminKey()}` }),
      ];

      expect([without, wrong].map(({ errors }) => errors[0].extensions.code)).toEqual([
        "UNAUTHENTICATED",
        "UNAUTHENTICATED",
      ]);
      expect(right.data.products).toMatchObject({ totalCount: 1, nodes: [{ status: "DRAFT" }] });
    });

    test("makes a change once when it is sent again with its key because the answer was lost", async () => {
      const key = { authorization: `Bearer ${adminKey()}` };
      const sencha = `product(by: { slug: "煎茶-春摘み" }) { id version vendor history { totalCount } }`;
      const {
        data: { product: before },
      } = await ask("/admin/graphql", `{ ${sencha} }`, key);
      const change = `mutation { productUpdate(input: { id: "${before.id}", changes: { vendor: "Uji" } }) { product { vendor version } userErrors { code } } }`;
      const headers = { ...key, "idempotency-key": "4b1d2f6e-sencha" };

      const hangUp = sendUnheard(`${server?.url}/admin/graphql`, change, headers);
      await expect
        .poll(async () => (await ask("/admin/graphql", `{ ${sencha} }`, key)).data.product.vendor, {
          timeout: 30_000,
        })
        .toBe("Uji");
      hangUp();
      const again = await ask("/admin/graphql", change, headers);
      const {
        data: { product: after },
      } = await ask("/admin/graphql", `{ ${sencha} }`, key);

      expect(again).toMatchObject({
        data: { productUpdate: { product: { vendor: "Uji" }, userErrors: [] } },
        extensions: { replayed: ["productUpdate"] },
      });
      expect([after.version, after.history.totalCount]).toEqual([
        before.version + 1,
        before.history.totalCount + 1,
      ]);
    });

    test("delivers all events, and parks none", async () => {
      await expect
        .poll(
          async () =>
            (await runPlinth(["events", "list", "--status", "pending"], environments[0])).out,
          { timeout: 60_000 },
        )
        .toMatch(/^(No|There are no) /);

      expect(
        (await runPlinth(["events", "list", "--status", "parked"], environments[0])).out,
      ).toMatch(/^(No|There are no) /);
    });

    test("keeps all acknowledged changes after a kill -9", async () => {
      await server?.stop("SIGKILL");
      server = await startPlinth(environments[0]);

      expect((await ask("/graphql", "{ products { totalCount } }")).data.products.totalCount).toBe(
        63,
      );
      expect(firstOutput + server.output()).not.toContain("plinth_admin_");
      for (const secret of [environments[0]["PLINTH_SECRET"] ?? []].flat())
        expect(firstOutput + server.output()).not.toContain(secret);
    });

    test("exports the same bytes again after an import of its export into an empty store", async () => {
      const [one, two] = [join(folder, "one.csv"), join(folder, "two.csv")];
      const exported = await runPlinth(["export", one], environments[0]);
      const imported = await runPlinth(["import", one], environments[1]);
      const exportedAgain = await runPlinth(["export", two], environments[1]);

      expect([exported.code, imported.code, exportedAgain.code]).toEqual([0, 0, 0]);
      expect((await readFile(two)).equals(await readFile(one))).toBe(true);
    });

    test("stops in order after SIGTERM", async () => {
      expect(await server?.stop("SIGTERM")).toBe(0);
      server = undefined;
    });
  });
};
