import type { Browser, CDPSession, Page } from "playwright-core";

/** Half a millisecond to a few milliseconds, so that some runs are not interrupted on a busy machine either. */
const CALCULATION = `(rounds) => {
  let shortest = Infinity;
  const start = performance.now();
  for (let round = 0; round < rounds; round += 1) {
    const begin = performance.now();
    let sum = 0;
    for (let step = 0; step < 1_000_000; step += 1) sum = (sum * 31 + step) % 1_000_003;
    if (sum >= 0) shortest = Math.min(shortest, performance.now() - begin);
  }
  return { shortest, mean: (performance.now() - start) / rounds };
}`;

interface Calculation {
  readonly shortest: number;
  readonly mean: number;
}

const calculate = (page: Page, rounds: number): Promise<Calculation> =>
  page.evaluate(`(${CALCULATION})(${rounds})`);

/** How long a calculation takes that nothing slows down and nothing interrupts, in milliseconds. */
export const undisturbed = async (browser: Browser): Promise<number> => {
  const page = await browser.newPage();
  try {
    await calculate(page, 20);
    return (await calculate(page, 100)).shortest;
  } finally {
    await page.close();
  }
};

/** How often the rate is set again to what makes a calculation take as long as it should. */
const CALIBRATIONS = 3;
/** Fewer measure how busy the machine was in one moment. */
const CALIBRATION_ROUNDS = 80;

/**
 * Slows a page down, so that a calculation takes so many times as long as undisturbed. Other programs take time too,
 * so on a busy machine Chromium is told to slow down less.
 * @returns how many times as long other programs make everything take: 1 on an idle machine
 */
export const slowProcessor = async (
  page: Page,
  devtools: CDPSession,
  { times, undisturbedMs }: { readonly times: number; readonly undisturbedMs: number },
): Promise<number> => {
  const slowed = async (rate: number): Promise<number> => {
    await devtools.send("Emulation.setCPUThrottlingRate", { rate });
    await calculate(page, 5);
    return (await calculate(page, CALIBRATION_ROUNDS)).mean / undisturbedMs;
  };
  let rate: number = times;
  const crowding = (await slowed(rate)) / times;
  for (let at = 0, slowdown = crowding * times; at < CALIBRATIONS; at += 1) {
    rate = Math.min(times, Math.max(1, (rate * times) / slowdown));
    slowdown = await slowed(rate);
  }
  return crowding;
};
