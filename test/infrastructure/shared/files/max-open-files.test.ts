import { describe, expect, test } from "vitest";
import { maxOpenFiles } from "../../../../src/infrastructure/shared/files/max-open-files.js";

const LIMITS = (soft: string): string =>
  `Limit                     Soft Limit           Hard Limit           Units     
Max processes             94132                94132                processes 
Max open files            ${soft.padEnd(20)} 1048576              files     
`;

describe("the number of files that the process may open", () => {
  test("is the soft limit of the system", () => {
    expect(maxOpenFiles(() => LIMITS("1024"))).toBe(1_024);
  });

  test.each([
    ["without a limit", () => LIMITS("unlimited")],
    [
      "without /proc",
      () => {
        throw new Error("ENOENT");
      },
    ],
  ])("is unknown %s", (_name, readFile) => {
    expect(maxOpenFiles(readFile)).toBeNull();
  });
});
