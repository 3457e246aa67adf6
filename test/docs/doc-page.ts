import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, normalize } from "node:path";

/** One page of the documentation: its path from the root of the repository, and its Markdown. */
export interface DocPage {
  readonly path: string;
  readonly text: string;
}

export const readPage = (path: string): DocPage => ({ path, text: readFileSync(path, "utf8") });

/** A fenced block, with the word after its first fence. */
export interface Fence {
  readonly language: string;
  readonly text: string;
}

const FENCE = /^```(\w*)[^\n]*\n([\s\S]*?)^```$/gm;

export const fencesOf = ({ text }: DocPage): readonly Fence[] =>
  [...text.matchAll(FENCE)].map(([, language = "", body = ""]) => ({ language, text: body }));

/** What the page says outside its fenced blocks. */
export const proseOf = ({ text }: DocPage): string => text.replace(FENCE, "");

/** What is between backticks outside fenced blocks. */
export const inlineCodeOf = (page: DocPage): readonly string[] =>
  [...proseOf(page).matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code);

/** The anchors of the headings of a page, as GitHub makes them. */
const anchorsOf = (page: DocPage): ReadonlySet<string> =>
  new Set(
    [...proseOf(page).matchAll(/^#{1,6} +(.+?) *$/gm)].map(([, heading = ""]) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );

/** Relative links that lead nowhere, and anchors without a heading. */
export const brokenLinks = (page: DocPage): readonly string[] =>
  [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = ""]) => {
    if (/^[a-z]+:/.test(target)) return [];
    const [file = "", anchor] = target.split("#");
    const path = file === "" ? page.path : normalize(join(dirname(page.path), file));
    if (file !== "" && !existsSync(path)) return [`${page.path}: ${target} does not exist`];
    if (anchor === undefined) return [];
    const linked = file === "" ? page : readPage(path);
    return anchorsOf(linked).has(anchor) ? [] : [`${page.path}: ${target} names no heading`];
  });

const OWN_FOLDERS = /^(?:src|test|docs|schema|demo|bench|scripts|clients|bin|\.ci)\//;

/**
 * Paths in backticks and in shell blocks that do not exist. A path with a placeholder (`<context>`) is checked as far as
 * that.
 */
export const missingPaths = (page: DocPage): readonly string[] =>
  [...inlineCodeOf(page), ...shellBlocksOf(page)]
    .flatMap((code) => code.split(/\s+/))
    .filter((word) => OWN_FOLDERS.test(word))
    .filter((word) => !existsSync(word.replace(/[^/]*[<*{].*$/, "")))
    .map((word) => `${page.path}: ${word} does not exist`);

/** Names of source files without a folder that no file of this repository has. */
export const missingFiles = (page: DocPage, files: readonly string[]): readonly string[] => {
  const names = new Set(files.map((file) => basename(file)));
  return inlineCodeOf(page)
    .filter((code) => /^[\w.-]+\.(?:ts|mjs)$/.test(code) && !names.has(code))
    .map((code) => `${page.path}: ${code} does not exist`);
};

const shellBlocksOf = (page: DocPage): readonly string[] =>
  fencesOf(page).flatMap(({ language, text }) => (language === "sh" ? [text] : []));
