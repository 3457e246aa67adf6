import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "playwright-core";

/** A page that does not answer is closed all the same. */
const PATIENCE_MS = 2_000;
const MOST_CHARACTERS = 300;

/** What the pages of a buyer say, for the message of a test that has failed. */
export const whatIsShown = async (
  pages: readonly Page[],
  errors: readonly string[],
): Promise<string> => {
  const shown = await Promise.all(pages.map(describePage));
  return [...shown, ...errors.map((error) => `The page has complained: ${short(error)}`)].join(
    "\n",
  );
};

const describePage = async (page: Page): Promise<string> => {
  const texts = await Promise.race([
    Promise.all([textsOf(page, "h1"), textsOf(page, '[role="alert"], .problem')]).catch(() => null),
    wait(PATIENCE_MS, null),
  ]);
  if (texts === null) return `The page was ${page.url()}, which does not answer.`;
  const [heads, alerts] = texts;
  return `The page was ${page.url()}, with the heading ${listed(heads)} and the alerts ${listed(alerts)}.`;
};

const textsOf = (page: Page, selector: string): Promise<string[]> =>
  page.locator(selector).allInnerTexts();

const listed = (texts: readonly string[]): string =>
  texts.length === 0 ? "(none)" : texts.map((text) => `"${short(text)}"`).join(", ");

const short = (text: string): string =>
  text.replaceAll(/\s+/g, " ").trim().slice(0, MOST_CHARACTERS);
