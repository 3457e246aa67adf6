import { cpSync, mkdirSync, mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { StorefrontProcess } from "../../src/infrastructure/shared/storefront/storefront-process.js";
import { openBrowser } from "../browser/chromium.js";
import { startPlinth, type RunningPlinth } from "../e2e/plinth-process.js";
import { collectedLog } from "../fakes/collected-log.js";
import { payButton, prepareOrder, standing } from "./buying.js";

const folder = mkdtempSync(join(tmpdir(), "plinth-below-shop-"));
const settings = { PLINTH_DATA_DIR: folder, PLINTH_PAYMENTS_SANDBOX: "on" };

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe("the storefront below /shop of a development server", () => {
  let browser: Browser;
  let plinth: RunningPlinth;
  beforeAll(async () => {
    [browser, plinth] = await Promise.all([openBrowser(), startPlinth(settings)]);
  });
  afterAll(async () => {
    await browser?.close();
    await plinth?.stop("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  });

  /** Of the process that serves the storefront, from what it logs. */
  const addressOf = (): URL =>
    new URL(/"address":"([^"]+)","msg":"The storefront is ready/.exec(plinth.output())?.[1] ?? "");

  test("is named by the banner, shown by the first visit, and takes a paid order", async () => {
    expect(plinth.output()).toContain(`Shop        ${plinth.url}/shop/`);
    const page = await browser.newPage();
    page.setDefaultTimeout(60_000);

    await page.goto(`${plinth.url}/shop/`);
    // The page that says that it starts looks again by itself.
    await page
      .getByRole("link", { name: /Everyday|Look at/ })
      .first()
      .waitFor();
    await page.goto(`${plinth.url}/shop/products/everyday-mug`);
    await page.waitForSelector("html[data-ready]", { state: "attached" });
    await prepareOrder(page);
    await payButton(page).click();

    expect(await standing(page)).toBe("CONFIRMED");
    expect(new URL(page.url()).origin).toBe(plinth.url);
    await page.close();
  });

  test("ends when its server is killed", async () => {
    const { href } = addressOf();
    expect((await fetch(`${href}shop/`)).status).toBe(200);
    const { pid } = plinth;

    await plinth.stop("SIGKILL");

    expect(isAlive(pid)).toBe(false);
    await expect
      .poll(() =>
        fetch(`${href}shop/`).then(
          () => "answers",
          () => "gone",
        ),
      )
      .toBe("gone");
  });

  test("says that its packages cannot be installed where no registry is reached", async () => {
    for (const part of ["examples/storefront", "clients/typescript", "scripts/build-lock.mjs"]) {
      mkdirSync(join(folder, part, ".."), { recursive: true });
      cpSync(part, join(folder, part), {
        recursive: true,
        filter: (path) =>
          !/^(node_modules|build|build-\d+|\.lock)$/.test(basename(path)) || path === part,
      });
    }

    const storefront = new StorefrontProcess({
      program: join(folder, "examples/storefront/server/child.mjs"),
      shopUrl: "http://127.0.0.1:4000/graphql",
      log: collectedLog(),
      environment: {
        PATH: process.env["PATH"],
        HOME: folder,
        npm_config_registry: "http://127.0.0.1:1/",
        npm_config_cache: join(folder, "cache"),
      },
    });

    const steps = new Set<string>();
    await expect
      .poll(
        () => {
          const state = storefront.visit();
          if (state.kind === "PREPARING") steps.add(state.step);
          return state.kind;
        },
        { timeout: 170_000, interval: 20 },
      )
      .toBe("FAILED");

    expect(steps).toContain("INSTALLING");
    expect(storefront.visit()).toMatchObject({
      step: "INSTALLING",
      problem: expect.stringContaining("npm failed:") as string,
    });
    await storefront.stop();
  });
});
