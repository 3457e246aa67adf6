import { writeFileSync } from "node:fs";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { VERSION } from "../../../src/wiring/project.js";
import { asked, emptyFolder, listening, running, type Running } from "./running.js";

const started: Running[] = [];
afterEach(async () => {
  for (const { child } of started) child.kill("SIGKILL");
  await Promise.all(started.splice(0).map(({ ended }) => ended));
});

const start = (settings: Readonly<Record<string, string>>): Running => {
  const process = running("start", {
    PLINTH_PORT: "0",
    PLINTH_DATA_DIR: emptyFolder(),
    ...settings,
  });
  started.push(process);
  return process;
};

const PRODUCTS = "{ products(first: 3) { totalCount nodes { title } } }";

describe("a command", () => {
  test.each([
    ["strat", "Did you mean start?"],
    ["import --dry-rum x.csv", "Did you mean --dry-run?"],
  ])("that is mistyped (%s) ends with 2 and a suggestion", async (words, suggestion) => {
    const { code, err } = await running(words).ended;

    expect(err).toContain(suggestion);
    expect(code).toBe(2);
  });

  test("answers without opening a store", async () => {
    expect(await running("--version").ended).toMatchObject({ code: 0, out: `${VERSION}\n` });
    expect(await running("config check").ended).toMatchObject({
      code: 0,
      out: expect.stringContaining("PLINTH_PORT"),
    });
    expect(await running("schema print shop").ended).toMatchObject({
      code: 0,
      out: expect.stringContaining("type Query {"),
    });
  });

  test("names every problem of the configuration in one go, and ends with 1", async () => {
    const { code, out, err } = await running("config check", {
      PLINTH_PORT: "x",
      PLINTH_HOST: "0.0.0.0",
      PLINTH_CURENCY: "EUR",
    }).ended;

    for (const name of ["PLINTH_PORT", "PLINTH_HOST", "did you mean PLINTH_CURRENCY"])
      expect(err).toContain(name);
    expect({ code, out }).toEqual({ code: 1, out: "" });
  });

  test("reads settings from a .env file in its folder, below the environment", async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, ".env"), "PLINTH_PORT=4001\nPLINTH_LOCALE=de\n");

    const { out } = await running("config check", { PLINTH_PORT: "4002" }, folder).ended;

    expect(out).toMatch(/PLINTH_PORT +4002\n/);
    expect(out).toMatch(/PLINTH_LOCALE +de\n/);
  });
});

describe("a start that cannot succeed says why in one line, and ends with 1", () => {
  const oneLine = /^[^\n]+\n$/;

  test("the port is taken", async () => {
    const occupant = createServer().listen(0, "127.0.0.1");
    await once(occupant, "listening");
    const { port } = occupant.address() as AddressInfo;

    const { code, err } = await start({ PLINTH_PORT: String(port) }).ended;

    expect(err).toMatch(oneLine);
    expect(err).toContain(`Port ${port} is taken`);
    expect(code).toBe(1);
    occupant.close();
  });

  test.each([
    [
      "is a file",
      (folder: string) => (writeFileSync(join(folder, "data"), ""), join(folder, "data")),
    ],
    [
      "lies below a file",
      (folder: string) => (writeFileSync(join(folder, "data"), ""), join(folder, "data", "shop")),
    ],
    // Nobody, not even root, may make a folder there.
    ["may not be made", () => "/proc/plinth/data"],
  ])("the data folder %s", async (_why, prepare) => {
    const { code, err } = await start({ PLINTH_DATA_DIR: prepare(emptyFolder()) }).ended;

    expect(err).toMatch(oneLine);
    expect(err).toMatch(/cannot be written .*PLINTH_DATA_DIR/);
    expect(code).toBe(1);
  });

  test("no MySQL answers where it should", async () => {
    const { code, err, out } = await start({
      PLINTH_DATABASE_URL: "mysql://plinth:hunter2@127.0.0.1:1/plinth",
    }).ended;

    expect(err).toMatch(oneLine);
    expect(err).toContain("PLINTH_DATABASE_URL");
    expect(err + out).not.toContain("hunter2");
    expect(code).toBe(1);
  });
});

describe("a development server", () => {
  test("has a demo shop on its first start and the same on its second, tells its key once, and stops in order", async () => {
    const settings = { PLINTH_DATA_DIR: emptyFolder() };
    const first = start(settings);
    const shop = await asked(await listening(first), PRODUCTS);
    first.child.kill("SIGTERM");
    const firstRun = await first.ended;

    const second = start(settings);
    const again = await asked(await listening(second), PRODUCTS);
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

  test("builds nothing on a start after which nothing has changed", async () => {
    const settings = { PLINTH_DATA_DIR: emptyFolder() };
    const server = start(settings);
    await listening(server);
    server.child.kill("SIGTERM");

    expect((await server.ended).err).not.toContain("Building");
  });

  test("serves the pictures of the demo where the API says they are", async () => {
    const url = await listening(start({}));
    const { data } = await asked(url, "{ products(first: 1) { nodes { featuredImage { url } } } }");
    const [image = ""] = /http[^"]+/.exec(JSON.stringify(data)) ?? [];

    const picture = await fetch(image);

    expect(picture.headers.get("content-type")).toBe("image/webp");
    expect(Buffer.from(await picture.arrayBuffer()).toString("latin1", 8, 12)).toBe("WEBP");
  });

  test("leads from / to a playground that holds everything it needs", async () => {
    const url = await listening(start({}));

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

describe("a stop", () => {
  test.each(["development", "production"])(
    "breaks no request of a client that keeps its connection, in %s",
    async (mode) => {
      const server = start({ PLINTH_MODE: mode });
      const { port } = new URL(await listening(server));
      const agent = new Agent({ keepAlive: true, maxSockets: 10 });
      const ask = (): Promise<string> =>
        new Promise((told) => {
          const question = request(
            { port, host: "127.0.0.1", agent, path: "/health/live" },
            (answer) => answer.resume().on("end", () => told(String(answer.statusCode))),
          );
          // Of new connections the kernel may reset one that it has taken and the process has not: nobody can be told of those in time.
          question
            .on("error", (error: NodeJS.ErrnoException) =>
              told(question.reusedSocket ? `${error.code} on a kept connection` : "gone"),
            )
            .end();
        });
      const outcomes = new Set<string>();
      const client = async (): Promise<void> => {
        for (let outcome = "200"; outcome === "200"; await wait(Math.random() * 100))
          outcomes.add((outcome = await ask()));
      };

      const clients = Array.from({ length: 10 }, client);
      await wait(300);
      server.child.kill("SIGTERM");
      await Promise.all(clients);

      expect(outcomes).toEqual(new Set(["200", "gone"]));
      expect((await server.ended).code).toBe(0);
    },
  );
});

describe("npm start", () => {
  test("ends the server when it is ended itself", async () => {
    const npm = spawn("npm", ["start"], {
      env: {
        ...process.env,
        PLINTH_PORT: "0",
        PLINTH_DATA_DIR: emptyFolder(),
        PLINTH_LOG_LEVEL: "info",
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const said = { out: "", err: "" };
    npm.stdout.on("data", (chunk: Buffer) => (said.out += chunk.toString()));
    npm.stderr.on("data", (chunk: Buffer) => (said.err += chunk.toString()));
    const url = await listening({ said, child: npm });

    npm.kill("SIGTERM");

    await expect
      .poll(
        () =>
          fetch(`${url}/health/live`).then(
            () => "answers",
            () => "is gone",
          ),
        { timeout: 10_000 },
      )
      .toBe("is gone");
    // It has ceased to listen before it has closed everything.
    await expect.poll(() => said.err, { timeout: 10_000 }).toContain("Stopped.");
  });
});

describe("a production server", () => {
  const production = { PLINTH_MODE: "production" };

  test("has no playground, no demo, no introspection and no pretty log, and tells its key once", async () => {
    const server = start(production);
    const url = await listening(server);

    const pages = await Promise.all(
      ["/", "/playground", "/admin/playground", "/media/demo/everyday-mug-clay.webp"].map((path) =>
        fetch(url + path),
      ),
    );
    const [products, schema, mistake] = await Promise.all([
      asked(url, PRODUCTS),
      asked(url, "{ __schema { queryType { name } } }"),
      asked(url, "{ prodcts { id } }"),
    ]);

    expect(pages.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(products).toMatchObject({ data: { products: { totalCount: 0 } } });
    expect(schema).toHaveProperty("errors");
    expect(JSON.stringify(mistake)).not.toContain("Did you mean");
    expect(server.said.out).toMatch(/^[^\n]*plinth_admin_[\w-]{43}\n$/);
    expect(server.said.err).not.toContain("plinth_admin_");
    for (const line of server.said.err.trim().split("\n"))
      expect(JSON.parse(line)).toHaveProperty("level");
  });

  // There are three seconds for it, which a busy machine may spend elsewhere.
  test(
    "says that it is not ready before it stops, and answers meanwhile",
    { retry: 2 },
    async () => {
      const server = start(production);
      const url = await listening(server);
      server.child.kill("SIGTERM");
      await expect.poll(async () => (await fetch(`${url}/health/ready`)).status).toBe(503);

      const [live, products] = await Promise.all([
        fetch(`${url}/health/live`),
        asked(url, PRODUCTS),
      ]);

      expect(live.status).toBe(200);
      expect(products).toHaveProperty("data");
      expect((await server.ended).code).toBe(0);
    },
  );

  test("a second signal ends it at once", { retry: 2 }, async () => {
    const server = start(production);
    await listening(server);
    server.child.kill("SIGTERM");
    await new Promise((later) => setTimeout(later, 700));

    server.child.kill("SIGTERM");
    const begin = performance.now();

    expect((await server.ended).code).toBe(1);
    expect(performance.now() - begin).toBeLessThan(2_500);
  });
});
