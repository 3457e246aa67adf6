import type { Browser, CDPSession } from "playwright-core";
import { slowProcessor } from "./processor.js";

/** A slow phone connection and a slow processor, as the DevTools of Chromium play them. */
export const SLOW = {
  downloadBytesPerS: 8_000_000 / 8,
  uploadBytesPerS: 1_300_000 / 8,
  /** Added to each request; opening a connection takes none. */
  latencyMs: 165,
  processorTimes: 4,
} as const;

export interface Screen {
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
}

export interface Visit {
  /** Largest contentful paint, in milliseconds after the navigation began. */
  readonly paintMs: number;
  /** What was painted: the address of a picture, or the tag of a text. */
  readonly painted: string;
  /** The first answer of the server, in milliseconds after the navigation began. */
  readonly firstByteMs: number;
  readonly firstPaintMs: number;
  /** Sum of all layout shifts, without unit. */
  readonly shift: number;
  /** JavaScript as it came over the network, with its headers, in bytes. */
  readonly scriptBytes: number;
  readonly requests: number;
  /** Addresses that were asked for more than once. */
  readonly repeated: readonly string[];
  /** How many times as long other programs of the machine made the page take: 1 is none. */
  readonly crowding: number;
}

type Traffic = Pick<Visit, "scriptBytes" | "requests" | "repeated">;

/** Waits this long after the page is quiet: what is painted later counts too. */
const SETTLED_MS = 1_000;
const PATIENCE_MS = 60_000;

const OBSERVE = `
  window.measured = { paints: [], shift: 0 };
  new PerformanceObserver((list) => window.measured.paints.push(...list.getEntries()))
    .observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.measured.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });`;

const READ = `(() => {
  const last = window.measured.paints.at(-1);
  const [first] = performance.getEntriesByName("first-contentful-paint");
  const [navigation] = performance.getEntriesByType("navigation");
  return {
    paintMs: last?.startTime ?? Infinity,
    painted: last?.url || last?.element?.tagName.toLowerCase() || "nothing",
    firstByteMs: navigation.responseStart,
    firstPaintMs: first?.startTime ?? Infinity,
    shift: window.measured.shift,
  };
})()`;

/**
 * Opens a page as a buyer does who has never been there: nothing is cached.
 * @param undisturbedMs how long a calculation takes when nothing slows it down
 */
export const visit = async (
  browser: Browser,
  url: string,
  { screen, undisturbedMs }: { readonly screen: Screen; readonly undisturbedMs: number },
): Promise<Visit> => {
  const context = await browser.newContext({
    viewport: { width: screen.width, height: screen.height },
    deviceScaleFactor: screen.pixelRatio,
  });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    const traffic = await watch(devtools);
    const crowding = await slowProcessor(page, devtools, {
      times: SLOW.processorTimes,
      undisturbedMs,
    });
    await slowNetwork(devtools);
    await page.addInitScript({ content: OBSERVE });
    const answer = await page.goto(url, { waitUntil: "load", timeout: PATIENCE_MS });
    if (answer?.status() !== 200) throw new Error(`${url} answers ${answer?.status()}, not 200.`);
    await page.waitForSelector("html[data-ready]", { state: "attached", timeout: PATIENCE_MS });
    await page.waitForLoadState("networkidle", { timeout: PATIENCE_MS });
    await page.waitForTimeout(SETTLED_MS);
    const measured = (await page.evaluate(READ)) as Omit<Visit, keyof Traffic | "crowding">;
    return { ...measured, ...traffic(), crowding };
  } finally {
    await context.close();
  }
};

const slowNetwork = (devtools: CDPSession) =>
  devtools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: SLOW.latencyMs,
    downloadThroughput: SLOW.downloadBytesPerS,
    uploadThroughput: SLOW.uploadBytesPerS,
  });

/** Keeps account of all requests of a page. */
const watch = async (devtools: CDPSession): Promise<() => Traffic> => {
  const sent: string[] = [];
  const scripts = new Set<string>();
  let scriptBytes = 0;
  devtools.on("Network.requestWillBeSent", ({ request }) => {
    if (!request.url.startsWith("data:")) sent.push(`${request.method} ${request.url}`);
  });
  devtools.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scriptBytes += encodedDataLength;
  });
  await devtools.send("Network.enable");
  return () => ({
    scriptBytes,
    requests: sent.length,
    repeated: [...new Set(sent.filter((address, at) => sent.indexOf(address) !== at))],
  });
};
