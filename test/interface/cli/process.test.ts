import { readFileSync, writeFileSync } from "node:fs";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { PROJECT } from "../../../src/wiring/project.js";
import {
  emptyFolder,
  graphqlAnswer,
  listening,
  PROCESS_TIMEOUT_MS,
  spawnPlinth,
  startIn,
  startOf,
  type Running,
} from "./spawn-plinth.js";

// Most of these tests wait: for a process that starts, or for one that stops.
vi.setConfig({ testTimeout: PROCESS_TIMEOUT_MS, hookTimeout: PROCESS_TIMEOUT_MS });

// The first command builds the program.
beforeAll(() => spawnPlinth("--version").ended);

const PRODUCTS = "{ products(first: 3) { totalCount nodes { title } } }";

describe.concurrent("a command", () => {
  test.each([
    ["strat", "Did you mean start?"],
    ["import --dry-rum x.csv", "Did you mean --dry-run?"],
  ])("that is mistyped (%s) ends with 2 and a suggestion", async (line, suggestion) => {
    const { code, err } = await spawnPlinth(line).ended;

    expect(err).toContain(suggestion);
    expect(code).toBe(2);
  });

  test("that needs no store runs without one", async () => {
    expect(await spawnPlinth("--version").ended).toMatchObject({
      code: 0,
      out: `${PROJECT.version}\n`,
    });
    expect(await spawnPlinth("config check").ended).toMatchObject({
      code: 0,
      out: expect.stringContaining("PLINTH_PORT"),
    });
    expect(await spawnPlinth("schema print shop").ended).toMatchObject({
      code: 0,
      out: expect.stringContaining("type Query {"),
    });
  });

  test("that finds problems in the configuration names all of them, and ends with 1", async () => {
    const { code, out, err } = await spawnPlinth("config check", {
      PLINTH_PORT: "x",
      PLINTH_HOST: "0.0.0.0",
      PLINTH_CURENCY: "EUR",
    }).ended;

    for (const name of ["PLINTH_PORT", "PLINTH_HOST", "did you mean PLINTH_CURRENCY"])
      expect(err).toContain(name);
    expect({ code, out }).toEqual({ code: 1, out: "" });
  });

  test("reads settings from a .env file in its folder; the environment overrides it", async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, ".env"), "PLINTH_PORT=4001\nPLINTH_LOCALE=de\n");

    const { out } = await spawnPlinth("config check", { PLINTH_PORT: "4002" }, folder).ended;

    expect(out).toMatch(/PLINTH_PORT +4002\n/);
    expect(out).toMatch(/PLINTH_LOCALE +de\n/);
  });
});

describe.concurrent("a start that cannot succeed", () => {
  const oneLine = /^[^\n]+\n$/;

  test("prints in one line that the port is in use, and ends with 1", async (context) => {
    const occupant = createServer().listen(0, "127.0.0.1");
    await once(occupant, "listening");
    const { port } = occupant.address() as AddressInfo;

    const { code, err } = await startIn(context, { PLINTH_PORT: String(port) }).ended;

    expect(err).toMatch(oneLine);
    expect(err).toContain(`Port ${port} is taken`);
    expect(code).toBe(1);
    occupant.close();
  });

  test.for<[string, (folder: string) => string]>([
    [
      "is a file",
      (folder: string) => (writeFileSync(join(folder, "data"), ""), join(folder, "data")),
    ],
    [
      "is below a file",
      (folder: string) => (writeFileSync(join(folder, "data"), ""), join(folder, "data", "shop")),
    ],
    // Not even root can create a folder there.
    ["cannot be created", () => "/proc/plinth/data"],
  ])(
    "prints in one line that the data folder %s, and ends with 1",
    async ([, prepare], context) => {
      const { code, err } = await startIn(context, { PLINTH_DATA_DIR: prepare(emptyFolder()) })
        .ended;

      expect(err).toMatch(oneLine);
      expect(err).toMatch(/cannot be written .*PLINTH_DATA_DIR/);
      expect(code).toBe(1);
    },
  );

  test("prints in one line that no MySQL server answers, and ends with 1", async (context) => {
    const { code, err, out } = await startIn(context, {
      PLINTH_DATABASE_URL: "mysql://plinth:hunter2@127.0.0.1:1/plinth",
    }).ended;

    expect(err).toMatch(oneLine);
    expect(err).toContain("PLINTH_DATABASE_URL");
    expect(err + out).not.toContain("hunter2");
    expect(code).toBe(1);
  });
});

describe.concurrent("a development server", () => {
  let server: Running;
  let url: string;
  beforeAll(async () => {
    server = startOf({});
    url = await listening(server);
  });
  afterAll(() => void server.child.kill("SIGKILL"));

  test("loads the demo on its first start only, prints its key once, and stops in order", async (context) => {
    const settings = { PLINTH_DATA_DIR: emptyFolder() };
    const first = startIn(context, settings);
    const shop = await graphqlAnswer(await listening(first), PRODUCTS);
    first.child.kill("SIGTERM");
    const firstRun = await first.ended;

    const second = startIn(context, settings);
    const again = await graphqlAnswer(await listening(second), PRODUCTS);
    second.child.kill("SIGINT");
    const secondRun = await second.ended;

    expect(shop).toMatchObject({ data: { products: { totalCount: 63 } } });
    expect(again.data).toEqual(shop.data);
    expect(firstRun.out).toMatch(
      /Playground +http.*\n.*\n +Shop API +http.*\n +Admin API +http.*\n +Admin key +plinth_admin_[\w-]{43}\n.*shown this once/,
    );
    expect(secondRun.out).not.toMatch(/plinth_admin_[\w-]{43}/);
    expect([firstRun.code, secondRun.code]).toEqual([0, 0]);
  });

  test("builds nothing when nothing has changed since the last start", () => {
    expect(server.output.err).toContain("Listening.");
    expect(server.output.err).not.toContain("Building");
  });

  test("answers the first query of the README as it is printed there", async () => {
    const readme = readFileSync("README.md", "utf8");
    const [, body = "", printed = ""] =
      /-d '(\{ "query".*?\})'\n```\n\n```json\n(.*?)```/s.exec(readme) ?? [];
    const answer = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });

    // What is left depends on what was asked before, and the markets are read again now and then.
    const changing = /"(remaining|statements)":\d+/g;
    expect(JSON.stringify(await answer.json()).replaceAll(changing, "")).toBe(
      JSON.stringify(JSON.parse(printed)).replaceAll(changing, ""),
    );
  });

  test("serves the images of the demo at the addresses in the API", async () => {
    const { data } = await graphqlAnswer(
      url,
      "{ products(first: 1) { nodes { featuredImage { url } } } }",
    );
    const [image = ""] = /http[^"]+/.exec(JSON.stringify(data)) ?? [];

    const picture = await fetch(image);

    expect(picture.headers.get("content-type")).toBe("image/webp");
    expect(Buffer.from(await picture.arrayBuffer()).toString("latin1", 8, 12)).toBe("WEBP");
  });

  test("redirects from / to a playground without resources of other sites", async () => {
    const page = await fetch(`${url}/`);
    const html = await page.text();

    expect(page.url).toBe(`${url}/playground`);
    expect(page.headers.get("content-security-policy")).toContain("script-src 'self'");
    expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
    for (const [, path] of html.matchAll(/(?:src|href)="(\/[^"]+)"/g)) {
      const asset = await fetch(url + path, { headers: { "accept-encoding": "br" } });
      expect([
        asset.status,
        asset.headers.get("cache-control"),
        asset.headers.get("content-encoding"),
      ]).toEqual([200, "public, max-age=31536000, immutable", "br"]);
      await asset.arrayBuffer();
    }
  });
});

/** How long a server reports that it is about to stop before it closes connections. */
const NOTICE_MS = { development: 250, production: 3_000 } as const;

describe.concurrent("a server that is stopped", () => {
  test.for(["development", "production"] as const)(
    "breaks no request of a client that keeps its connection, in %s",
    async (mode, context) => {
      const server = startIn(context, { PLINTH_MODE: mode });
      const { port } = new URL(await listening(server));
      const agent = new Agent({ keepAlive: true, maxSockets: 10 });
      const ask = (): Promise<string> =>
        new Promise((resolve) => {
          const question = request(
            { port, host: "127.0.0.1", agent, path: "/health/live" },
            (answer) => answer.resume().on("end", () => resolve(String(answer.statusCode))),
          );
          // The kernel may reset a new connection that it has accepted and the process has not:
          // such a client cannot be told in time.
          question
            .on("error", (error: NodeJS.ErrnoException) =>
              resolve(question.reusedSocket ? `${error.code} on a kept connection` : "gone"),
            )
            .end();
        });
      const outcomes = new Set<string>();
      let answers = 0;
      const client = async (): Promise<void> => {
        for (let [outcome, last] = ["200", performance.now()]; outcome === "200";) {
          await wait(Math.random() * 100);
          // On a busy machine a client may not have run for longer than the notice: it could not
          // know.
          const isLate = performance.now() - last > NOTICE_MS[mode];
          outcome = await ask();
          outcomes.add(isLate && outcome !== "200" ? "gone" : outcome);
          [answers, last] = [answers + 1, performance.now()];
        }
      };

      const clients = Array.from({ length: 10 }, client);
      await vi.waitFor(() => expect(answers).toBeGreaterThan(30), { timeout: 30_000 });
      server.child.kill("SIGTERM");
      await Promise.all(clients);

      expect(outcomes).toEqual(new Set(["200", "gone"]));
      expect((await server.ended).code).toBe(0);
    },
  );
});

describe.concurrent("npm start", () => {
  test("ends the server when npm is ended", async ({ onTestFinished }) => {
    const npm = spawn("npm", ["start"], {
      env: {
        ...process.env,
        PLINTH_PORT: "0",
        PLINTH_DATA_DIR: emptyFolder(),
        PLINTH_LOG_LEVEL: "info",
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    onTestFinished(() => void npm.kill());
    const output = { out: "", err: "" };
    npm.stdout.on("data", (chunk: Buffer) => (output.out += chunk.toString()));
    npm.stderr.on("data", (chunk: Buffer) => (output.err += chunk.toString()));
    const url = await listening({ output, child: npm });

    npm.kill("SIGTERM");

    const isGone = (): Promise<boolean> =>
      fetch(`${url}/health/live`).then(
        () => false,
        () => true,
      );
    await vi.waitFor(async () => expect(await isGone()).toBe(true), { timeout: 30_000 });
    // The server stops listening before it has closed everything.
    await vi.waitFor(() => expect(output.err).toContain("Stopped."), { timeout: 30_000 });
  });
});

describe.concurrent("a production server", () => {
  const production = { PLINTH_MODE: "production" };

  test("has no playground, no demo, no introspection and no pretty log, and does not print its key", async (context) => {
    const server = startIn(context, production);
    const url = await listening(server);

    const pages = await Promise.all(
      ["/", "/playground", "/admin/playground", "/media/demo/everyday-mug-clay-800x800.webp"].map(
        (path) => fetch(url + path),
      ),
    );
    const [products, schema, mistake] = await Promise.all([
      graphqlAnswer(url, PRODUCTS),
      graphqlAnswer(url, "{ __schema { queryType { name } } }"),
      graphqlAnswer(url, "{ prodcts { id } }"),
    ]);

    expect(pages.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(products).toMatchObject({ data: { products: { totalCount: 0 } } });
    expect(schema).toHaveProperty("errors");
    expect(JSON.stringify(mistake)).not.toContain("Did you mean");
    expect(server.output.out).toMatch(
      /^The key of the admin API is in \/[^\n]*\/admin-key, [^\n]*\n$/,
    );
    expect(server.output.out + server.output.err).not.toContain("plinth_admin_");
    for (const line of server.output.err.trim().split("\n"))
      expect(JSON.parse(line)).toHaveProperty("level");
  });

  test("reports that it is not ready before it stops, and answers meanwhile", async (context) => {
    const server = startIn(context, production);
    const url = await listening(server);
    server.child.kill("SIGTERM");

    // All at once: requests that were sent while the server was not ready are answered, however
    // slow the machine is.
    let [ready, live, products] = await askAll(url);
    while (ready.status !== 503) [ready, live, products] = await askAll(url);

    expect(live.status).toBe(200);
    expect(products).toHaveProperty("data");
    expect((await server.ended).code).toBe(0);
  });

  test("ends at once after a second signal", async (context) => {
    const server = startIn(context, production);
    await listening(server);
    server.child.kill("SIGTERM");
    await vi.waitFor(() => expect(server.output.err).toContain('"Stopping."'), {
      timeout: 30_000,
    });
    // Two signals within half a second count as one.
    await wait(700);

    server.child.kill("SIGTERM");
    const begin = performance.now();

    // An orderly stop would end with 0; one that takes too long ends with 1, but later.
    expect((await server.ended).code).toBe(1);
    expect(performance.now() - begin).toBeLessThan(2_500);
  });
});

const askAll = (url: string) =>
  Promise.all([
    fetch(`${url}/health/ready`),
    fetch(`${url}/health/live`),
    graphqlAnswer(url, PRODUCTS),
  ]);
