import type { Command } from "commander";
import { fencesOf, inlineCodeOf, type DocPage } from "./doc-page.js";

/** What npm does without a script. */
const OF_NPM = ["ci", "cit", "install", "pack"];

/** Every command line of a page: the lines of its shell blocks, and what is between backticks. */
const commandLinesOf = (page: DocPage): readonly string[] => [
  ...fencesOf(page)
    .filter(({ language }) => language === "sh")
    .flatMap(({ text }) => text.replaceAll("\\\n", " ").split("\n"))
    .map((line) => line.replace(/ +#.*$/, "")),
  ...inlineCodeOf(page),
];

/** The words after `program`, once for each time that it is called; quoted words stay whole. */
const callsOf = (page: DocPage, program: string): readonly (readonly string[])[] =>
  commandLinesOf(page)
    .flatMap((line) => line.split(/ (?:&&|\||>) /))
    .flatMap((call) => {
      const words = call.match(/"[^"]*"|'[^']*'|\S+/g) ?? [];
      const at = words.findIndex((_, index) => words.slice(index).join(" ").startsWith(program));
      const rest = words.slice(at + program.split(" ").length);
      return at === -1 || !words.slice(0, at).every(isSetting) ? [] : [rest];
    });

const isSetting = (word: string): boolean => /^[A-Z_]+=/.test(word);

/** npm scripts that package.json does not have. */
export const unknownScripts = (page: DocPage, scripts: readonly string[]): readonly string[] =>
  callsOf(page, "npm").flatMap(([word = "", script = ""]) => {
    const isKnown =
      word === "run" ? scripts.includes(script) : [...scripts, ...OF_NPM].includes(word);
    return isKnown ? [] : [`${page.path}: npm ${word} ${script}`.trimEnd()];
  });

/** Calls of `plinth` whose commands, options or number of arguments do not exist. */
export const unknownPlinthCalls = (page: DocPage, program: Command): readonly string[] =>
  callsOf(page, "npx plinth").flatMap((words) => {
    const problem = problemOf(program, words);
    return problem === null ? [] : [`${page.path}: plinth ${words.join(" ")}: ${problem}`];
  });

const problemOf = (command: Command, [word, ...rest]: readonly string[]): string | null => {
  const child = command.commands.find((one) => one.name() === word);
  if (child) return problemOf(child, rest);
  if (command.commands.length > 0 && word !== undefined && !word.startsWith("-"))
    return `there is no command ${word}`;
  return problemOfWords(command, word === undefined ? [] : [word, ...rest]);
};

const problemOfWords = (command: Command, words: readonly string[]): string | null => {
  let positional = 0;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    if (!word.startsWith("-")) positional += 1;
    else if (word !== "--help") {
      const option = command.options.find(({ long, short }) => long === word || short === word);
      if (!option) return `there is no option ${word}`;
      const value = words[index + 1] ?? "";
      if (option.argChoices && !option.argChoices.includes(value))
        return `${word} takes no ${value}`;
      if (option.required) index += 1;
    }
  }
  const { registeredArguments: known } = command;
  const isTooMany = positional > known.length && known.at(-1)?.variadic !== true;
  return isTooMany ? `there are ${positional} arguments` : null;
};
