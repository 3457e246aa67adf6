// Makes the pictures of the example storefront in docs/storefront: node scripts/screenshot-storefront.mjs [folder]
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import sharp from "sharp";
import {
  ensureBuilt as ensureStorefrontBuilt,
  ensureInstalled,
} from "../examples/storefront/scripts/build.mjs";
import { ensureBuilt, root } from "./build.mjs";

const [folder = join(root, "docs/storefront")] = process.argv.slice(2);
const START_MS = 90_000;
const PATIENCE_MS = 60_000;
const SCREENS = [
  { name: "390", width: 390, height: 844, scale: 2, colorScheme: "light" },
  { name: "1440", width: 1440, height: 900, scale: 1, colorScheme: "light" },
  { name: "1440-dark", width: 1440, height: 900, scale: 1, colorScheme: "dark" },
];
/** Narrow ones are taken with two pixels to each, and made smaller: their text stays sharp. */
const MOST_WIDTH = 1_200;
const NARROW_WIDTH = 585;

/** Starts a program, and resolves with the address that it says. */
const start = (words, environment, address) =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, words, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const timer = setTimeout(() => {
      child.kill();
      fail(new Error(`${words[0]} does not start.`));
    }, START_MS);
    child.once("exit", (code) => fail(new Error(`${words[0]} has ended with ${code}.`)));
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (piece) => {
      said += piece;
      const [, url] = address.exec(said) ?? [];
      if (url === undefined) return;
      clearTimeout(timer);
      done({ url, stop: () => child.kill() });
    });
  });

/** Goes through the shop as a buyer does, and takes a picture of each page. */
const visit = async (browser, shop, { name, width, height, scale, colorScheme }) => {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme,
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const take = async (title) => {
    await page.waitForSelector("html[data-ready]", { state: "attached" });
    await page.evaluate("window.scrollTo(0, 0); document.activeElement?.blur()");
    await page.waitForLoadState("networkidle");
    await page.evaluate(
      "Promise.all([...document.images].filter((one) => one.getBoundingClientRect().top < innerHeight).map((one) => one.decode().catch(() => {})))",
    );
    await sharp(await page.screenshot())
      .resize({ width: width < 600 ? NARROW_WIDTH : MOST_WIDTH, withoutEnlargement: true })
      .webp({ quality: 78, effort: 6 })
      .toFile(join(folder, `${title}-${name}.webp`));
  };
  const go = (path) => page.goto(`${shop}${path}`);

  await go("");
  await take("home");
  if (colorScheme === "dark") return context.close();
  await go("collections/kitchen-and-table");
  await take("collection");
  await go("search?q=linen");
  await take("search");
  await go("products/everyday-mug?Colour=Sage");
  await take("product");
  await page.getByRole("button", { name: "Add to cart" }).click();
  await page.getByRole("dialog", { name: "Cart" }).getByText("Everyday Mug").waitFor();
  await go("products/enamel-casserole");
  await page.getByRole("button", { name: "Add to cart" }).click();
  await page.getByRole("dialog", { name: "Cart" }).getByRole("listitem").nth(1).waitFor();
  await go("cart");
  await take("cart");
  await go("checkout");
  await page.waitForSelector("html[data-ready]", { state: "attached" });
  await page.getByLabel("E-mail").fill("ada@example.com");
  await page.getByLabel("Country", { exact: true }).selectOption("DE");
  await page.getByLabel("First name").fill("Ada");
  await page.getByLabel("Last name").fill("Byron");
  await page.getByLabel("Street and number").fill("Linden Street 12");
  await page.getByLabel("Postcode").fill("10115");
  await page.getByLabel("City").fill("Berlin");
  await page.getByRole("button", { name: "Save and choose the delivery" }).click();
  const chosen = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("radio", { name: "Parcel" }).check();
  await chosen;
  await page.locator(".pay:enabled").waitFor();
  await take("checkout");
  await page.getByRole("button", { name: /^Pay / }).click();
  await page.locator(".order-head").waitFor();
  await take("order");
  return context.close();
};

const say = (line) => process.stderr.write(`${line}\n`);
await ensureBuilt(say);
await ensureInstalled(say);
await ensureStorefrontBuilt(say);
await mkdir(folder, { recursive: true });
const data = await mkdtemp(join(tmpdir(), "plinth-screenshots-"));
const ends = [() => rm(data, { recursive: true, force: true })];
try {
  const plinth = await start(
    [join(root, "bin/plinth.js"), "start"],
    { PLINTH_DATA_DIR: data, PLINTH_PORT: "0", PLINTH_PAYMENTS_SANDBOX: "on" },
    /(http:\/\/127\.0\.0\.1:\d+)\/playground/,
  );
  ends.unshift(plinth.stop);
  const storefront = await start(
    [join(root, "examples/storefront/server/serve.mjs")],
    { PLINTH_URL: `${plinth.url}/graphql`, PORT: "0", HOST: "127.0.0.1" },
    /(http:\/\/127\.0\.0\.1:\d+\/shop\/)/,
  );
  ends.unshift(storefront.stop);
  const browser = await chromium.launch({
    executablePath: process.env.PLINTH_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--disable-background-networking", "--no-first-run", "--no-sandbox"],
  });
  ends.unshift(() => browser.close());
  for (const screen of SCREENS) await visit(browser, storefront.url, screen);
} finally {
  for (const end of ends) await end();
}
