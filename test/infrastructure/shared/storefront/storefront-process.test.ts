import { mkdtempSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { StorefrontProcess } from "../../../../src/infrastructure/shared/storefront/storefront-process.js";
import { collectedLog } from "../../../fakes/collected-log.js";

const folder = mkdtempSync(join(tmpdir(), "plinth-storefront-process-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

const opened: StorefrontProcess[] = [];
afterEach(async () => {
  for (const storefront of opened.splice(0)) await storefront.stop();
});

const open = (program: string) => {
  const log = collectedLog();
  const shopUrl = "http://127.0.0.1:4000/graphql";
  const storefront = new StorefrontProcess({
    program,
    shopUrl,
    log,
    environment: { PATH: "/usr/bin" },
  });
  opened.push(storefront);
  return { storefront, log };
};

let programs = 0;
const programOf = (source: string): string => {
  const file = join(folder, `program-${++programs}.mjs`);
  writeFileSync(file, source);
  return file;
};

const LISTENS = `process.on("disconnect", () => process.exit()); process.send({ origin: JSON.stringify(process.env) });`;

describe("the process of the example storefront", () => {
  test("is started by the first visit, and ends with its server", async () => {
    const { storefront } = open(programOf(LISTENS));
    expect(storefront.pid).toBeNull();

    expect(storefront.visit()).toEqual({ kind: "PREPARING", step: "STARTING" });
    await expect.poll(() => storefront.visit().kind).toBe("READY");
    const pid = storefront.pid ?? 0;
    await storefront.stop();

    expect(() => process.kill(pid, 0)).toThrow("ESRCH");
    storefront.visit();
    expect(storefront.pid).toBeNull();
  });

  test("gets the address of the shop, and of its environment what it may know", async () => {
    const { storefront } = open(programOf(LISTENS));

    await expect.poll(() => storefront.visit().kind).toBe("READY");
    const state = storefront.visit();

    expect(JSON.parse(state.kind === "READY" ? state.origin : "{}")).toMatchObject({
      PATH: "/usr/bin",
      PLINTH_URL: "http://127.0.0.1:4000/graphql",
    });
    expect(JSON.stringify(state)).not.toContain("VITEST");
  });

  test("is started again by a visit after it was killed, and has failed after the third time", async () => {
    const { storefront, log } = open(programOf(LISTENS));
    for (let kill = 1; kill <= 3; kill++) {
      await expect.poll(() => storefront.visit().kind).toBe("READY");
      process.kill(storefront.pid ?? 0, "SIGKILL");
      await expect.poll(() => storefront.pid).toBeNull();
    }

    expect(storefront.visit()).toMatchObject({
      kind: "FAILED",
      problem: "It ended with SIGKILL.",
    });
    expect(storefront.pid).toBeNull();
    expect(log.lines.filter(({ level }) => level === "error")).toHaveLength(3);
  });

  test("says what it does and why it cannot run, and is not tried again at once", async () => {
    const { storefront } = open(
      programOf(
        `process.send({ step: "BUILDING" }); process.send({ problem: "A file is wrong." }, () => process.exit(1));`,
      ),
    );

    await expect.poll(() => storefront.visit().kind).toBe("FAILED");

    expect(storefront.visit()).toEqual({
      kind: "FAILED",
      step: "BUILDING",
      problem: "A file is wrong.",
    });
    expect(storefront.pid).toBeNull();
  });
});
