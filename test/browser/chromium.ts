import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const USUAL_PATHS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** A browser that can connect to this machine only. */
export const openBrowser = async (): Promise<Browser> => {
  const executablePath =
    process.env["PLINTH_CHROMIUM"] ?? USUAL_PATHS.find((path) => existsSync(path));
  if (executablePath === undefined)
    throw new Error("No Chromium was found: install one, or name it in PLINTH_CHROMIUM.");
  return chromium.launch({
    executablePath,
    args: [
      "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
      // Otherwise Chromium itself would look for updates.
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  });
};
