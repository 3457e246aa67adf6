// Makes the README's picture of the playground: node scripts/screenshot-playground.mjs [file] [dark] [width of the screen]
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { ensureBuilt, root } from "./build.mjs";

const [file = join(root, "docs/playground.png"), theme = "light", width = "1440"] =
  process.argv.slice(2);
const START_MS = 60_000;

/** A development server with the demo, on a port that the system chooses. */
const startServer = async (folder) => {
  const child = spawn(process.execPath, [join(root, "bin/plinth.js"), "start"], {
    env: { ...process.env, PLINTH_DATA_DIR: folder, PLINTH_PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error("The server does not start.")), START_MS);
    child.once("exit", () => fail(new Error("The server has ended.")));
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (piece) => {
      said += piece;
      const [, found] = /(http:\/\/127\.0\.0\.1:\d+)\/playground/.exec(said) ?? [];
      if (found === undefined) return;
      clearTimeout(timer);
      done(found);
    });
  });
  return { url, child };
};

const picture = async (url) => {
  const browser = await chromium.launch({
    executablePath: process.env.PLINTH_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--disable-background-networking", "--no-first-run", "--no-sandbox"],
  });
  try {
    const page = await browser.newPage({
      viewport: { width: Number(width), height: 900 },
      colorScheme: theme === "dark" ? "dark" : "light",
    });
    await page.goto(`${url}/playground`);
    await page.getByRole("button", { name: "ProductList", exact: true }).click();
    await page.getByRole("button", { name: /execute query/i }).click();
    await page.locator(".result-window", { hasText: '"data"' }).waitFor();
    // Until the editors have coloured their text.
    await page.waitForTimeout(1_500);
    await page.screenshot({ path: file });
  } finally {
    await browser.close();
  }
};

await ensureBuilt((line) => process.stderr.write(`${line}\n`));
const folder = await mkdtemp(join(tmpdir(), "plinth-screenshot-"));
const { url, child } = await startServer(folder);
try {
  await picture(url);
} finally {
  child.removeAllListeners("exit");
  child.kill();
  await rm(folder, { recursive: true, force: true });
}
