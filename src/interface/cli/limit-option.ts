import { InvalidArgumentError, Option } from "commander";

const MOST = 1_000;

/** `--limit` of the commands that list. */
export const limitOption = (): Option =>
  new Option("--limit <n>", "the maximum number").default(50).argParser((raw) => {
    const limit = /^\d{1,4}$/.test(raw) ? Number(raw) : 0;
    if (limit < 1 || limit > MOST)
      throw new InvalidArgumentError(`Give a number from 1 to ${MOST}.`);
    return limit;
  });
