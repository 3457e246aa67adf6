import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { csv, csvFile } from "../../builders/csv-file.js";
import { emptyFolder, running } from "./running.js";

// The program is built by its first command, and says so.
beforeAll(() => running("--version").ended);

test("an import whose output nobody reads is finished all the same", async () => {
  const data = { PLINTH_DATA_DIR: join(emptyFolder(), "data") };
  const path = await csvFile(csv("Handle,Title,Variant Price", "mug,Mug,4.50", "pot,Pot,$12"));
  const unheard = running(`import ${path}`, data);
  unheard.child.stdout.destroy();
  unheard.child.stderr.destroy();

  expect((await unheard.ended).code).toBe(3);
  expect((await running("export", data).ended).out.match(/^(Mug|Pot)/gm)).toEqual(["Mug"]);
});
