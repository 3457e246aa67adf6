import { join } from "node:path";
import { beforeAll, expect, test, vi } from "vitest";
import { csv, csvFile } from "../../builders/csv-file.js";
import { emptyFolder, PROCESS_TIMEOUT_MS, spawnPlinth } from "./spawn-plinth.js";

vi.setConfig({ testTimeout: PROCESS_TIMEOUT_MS, hookTimeout: PROCESS_TIMEOUT_MS });

// The first command builds the program, and prints that it does.
beforeAll(() => spawnPlinth("--version").ended);

test("an import whose output is closed is finished all the same", async () => {
  const data = { PLINTH_DATA_DIR: join(emptyFolder(), "data") };
  const path = await csvFile(csv("Handle,Title,Variant Price", "mug,Mug,4.50", "pot,Pot,$12"));
  const command = spawnPlinth(`import ${path}`, data);
  command.child.stdout.destroy();
  command.child.stderr.destroy();

  expect((await command.ended).code).toBe(3);
  expect((await spawnPlinth("export", data).ended).out.match(/^(Mug|Pot)/gm)).toEqual(["Mug"]);
});
