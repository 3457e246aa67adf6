import { mkdtemp, readFile, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runPlinth, startPlinth, type RunningPlinth } from "./plinth-process.js";
import type { Answer } from "../answer.js";

export interface Place {
  /** What names the database to the program; nothing for the embedded store. */
  readonly environment: Readonly<Record<string, string>>;
  readonly clear: () => Promise<void>;
}

const FILE = "demo/catalogue.csv";

/** Sends a question and leaves before the answer comes. */
const sendAndHangUp = (
  url: string,
  query: string,
  headers: Record<string, string>,
): Promise<void> =>
  new Promise((left) => {
    const body = JSON.stringify({ query });
    const sent = request(url, {
      method: "POST",
      headers: {
        ...headers,
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
      },
    });
    sent.on("error", () => left());
    sent.on("close", () => left());
    sent.end(body, () => setImmediate(() => sent.destroy()));
  });

/** From a file to a storefront's answer and back, over HTTP and the command line, as an operator would go. */
export const journey = (name: string, newPlace: () => Promise<Place>): void => {
  describe(`from a merchant's file to a storefront: ${name}`, () => {
    let folder: string;
    let places: readonly [Place, Place];
    let environments: readonly [Place["environment"], Place["environment"]];
    let server: RunningPlinth | undefined;
    let firstWords = "";
    const adminKey = () => /plinth_admin_[\w-]{43}/.exec(firstWords)?.[0] ?? "";

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "plinth-e2e-"));
      places = [await newPlace(), await newPlace()];
      const environment = (place: Place, data: string) => ({
        PLINTH_MODE: "production",
        PLINTH_DATA_DIR: join(folder, data),
        ...place.environment,
      });
      environments = [environment(places[0], "one"), environment(places[1], "two")];
    });
    afterAll(async () => {
      await server?.stop("SIGKILL");
      await rm(folder, { recursive: true, force: true });
      for (const place of places) await place.clear();
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

    test("an empty store is made, and making it again changes nothing", async () => {
      const first = await runPlinth(["migrate"], environments[0]);
      const second = await runPlinth(["migrate"], environments[0]);

      expect([first.code, second.code]).toEqual([0, 0]);
      expect(second.out).toContain("up to date");
    });

    test("a dry run tells everything and changes nothing", async () => {
      const { code, out } = await runPlinth(["import", FILE, "--dry-run"], environments[0]);

      expect(code).toBe(0);
      expect(out).toMatch(/65/);
      expect((await runPlinth(["export"], environments[0])).out.trim().split("\n")).toHaveLength(1);
    });

    test("a file is imported while the server runs, and the storefront sees it", async () => {
      server = await startPlinth(environments[0]);
      firstWords = server.said();
      const report = join(folder, "report.json");
      const { code } = await runPlinth(["import", FILE, "--report", report], environments[0]);
      const counts = JSON.parse(await readFile(report, "utf8")) as {
        result: { products: { created: number; refused: number } };
      };

      expect(code).toBe(0);
      expect(counts.result.products).toMatchObject({ created: 65, refused: 0 });
      // Lists that are narrowed follow other processes after about a second.
      await expect
        .poll(
          async () =>
            (
              await ask(
                "/graphql",
                `{ products(first: 1, filter: { onSale: true }) { totalCount } }`,
              )
            ).data.products.totalCount,
          { timeout: 5_000 },
        )
        .toBe(18);
      const { data } = await ask(
        "/graphql",
        `{ product(by: { slug: "煎茶-春摘み" }) { title variants(first: 10) { nodes { price { amount currency } stock } } } }`,
      );
      expect(data.product.variants.nodes[0].price).toMatchObject({ currency: "EUR" });
    });

    test("the same file again changes nothing and says so", async () => {
      const report = join(folder, "again.json");
      const { code, out } = await runPlinth(["import", FILE, "--report", report], environments[0]);

      expect(code).toBe(0);
      expect(JSON.parse(await readFile(report, "utf8"))).toMatchObject({
        result: { products: { created: 0, updated: 0, unchanged: 65, refused: 0 } },
      });
      expect(out).toMatch(/unchanged/i);
    });

    test("the admin API opens with the key of the first start, and with nothing else", async () => {
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

    test("a change whose answer never arrived is sent again with its key, and has happened once", async () => {
      const key = { authorization: `Bearer ${adminKey()}` };
      const sencha = `product(by: { slug: "煎茶-春摘み" }) { id version vendor history { totalCount } }`;
      const {
        data: { product: before },
      } = await ask("/admin/graphql", `{ ${sencha} }`, key);
      const change = `mutation { productUpdate(input: { id: "${before.id}", changes: { vendor: "Uji" } }) { product { vendor version } userErrors { code } } }`;
      const headers = { ...key, "idempotency-key": "4b1d2f6e-sencha" };

      await sendAndHangUp(`${server?.url}/admin/graphql`, change, headers);
      await expect
        .poll(async () => (await ask("/admin/graphql", `{ ${sencha} }`, key)).data.product.vendor)
        .toBe("Uji");
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

    test("a change is announced: nothing stays behind, nothing is parked", async () => {
      await expect
        .poll(
          async () =>
            (await runPlinth(["events", "list", "--status", "pending"], environments[0])).out,
          { timeout: 15_000 },
        )
        .toMatch(/^(No|There are no) /);

      expect(
        (await runPlinth(["events", "list", "--status", "parked"], environments[0])).out,
      ).toMatch(/^(No|There are no) /);
    }, 30_000);

    test("what was acknowledged survives a kill -9", async () => {
      await server?.stop("SIGKILL");
      server = await startPlinth(environments[0]);

      expect((await ask("/graphql", "{ products { totalCount } }")).data.products.totalCount).toBe(
        63,
      );
      expect(server.said()).not.toContain("plinth_admin_");
    });

    test("export, import into an empty store, export: the same bytes", async () => {
      const [one, two] = [join(folder, "one.csv"), join(folder, "two.csv")];
      const exported = await runPlinth(["export", one], environments[0]);
      const imported = await runPlinth(["import", one], environments[1]);
      const exportedAgain = await runPlinth(["export", two], environments[1]);

      expect([exported.code, imported.code, exportedAgain.code]).toEqual([0, 0, 0]);
      expect((await readFile(two)).equals(await readFile(one))).toBe(true);
    });

    test("told to stop, the server ends in order", async () => {
      expect(await server?.stop("SIGTERM")).toBe(0);
      server = undefined;
    }, 30_000);
  });
};
