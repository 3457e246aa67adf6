import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CannotProceed } from "../../../../src/infrastructure/shared/cannot-proceed.js";
import { saveFile } from "../../../../src/infrastructure/shared/files/save-file.js";

const folder = (): string => mkdtempSync(join(tmpdir(), "plinth-save-"));

describe("saving a file", () => {
  test("replaces the old file when the new one is complete", async () => {
    const path = join(folder(), "products.csv");
    writeFileSync(path, "old");

    await saveFile(path, ["Title\r\n", "Mug\r\n"]);

    expect(readFileSync(path, "utf8")).toBe("Title\r\nMug\r\n");
    expect(readdirSync(join(path, ".."))).toEqual(["products.csv"]);
  });

  test("leaves the old file and no other when it fails half-way", async () => {
    const path = join(folder(), "products.csv");
    writeFileSync(path, "old");
    async function* failing() {
      yield "Title";
      throw new Error("the database went away");
    }

    await expect(saveFile(path, failing())).rejects.toThrow("the database went away");

    expect(readFileSync(path, "utf8")).toBe("old");
    expect(readdirSync(join(path, ".."))).toEqual(["products.csv"]);
  });

  test("into a folder, or into the path of one, is refused in one line", async () => {
    await expect(saveFile(folder(), ["x"])).rejects.toThrow(/cannot be written \(EISDIR\)/);
  });

  test("never replaces a device", async () => {
    await saveFile("/dev/null", ["Title"]);

    expect(statSync("/dev/null").isFile()).toBe(false);
  });

  test("into a folder that does not exist is refused in one line", async () => {
    const saving = saveFile(join(folder(), "none", "products.csv"), []);

    await expect(saving).rejects.toThrow(CannotProceed);
  });
});
