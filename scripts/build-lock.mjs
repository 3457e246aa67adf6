import { readFile, rm, writeFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";

/** Two commands that start at once build one after the other; the lock of a process that is gone is taken over. */
export const withBuildLock = async (file, work) => {
  while (!(await taken(file))) await wait(100);
  try {
    await work();
  } finally {
    await rm(file, { force: true });
  }
};

const taken = async (file) => {
  try {
    await writeFile(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    const owner = Number(await readFile(file, "utf8").catch(() => ""));
    if (owner > 0 && !isRunning(owner)) await rm(file, { force: true });
    return false;
  }
};

const isRunning = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
};
