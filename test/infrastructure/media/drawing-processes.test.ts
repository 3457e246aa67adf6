import { describe, expect, test } from "vitest";
import { DrawingProcesses } from "../../../src/infrastructure/media/drawing-processes.js";
import { newFolder } from "../../builders/served-images.js";
import { logTo, type Entry } from "../../interface/http/toy-server.js";
import { toyProgram } from "./drawing-programs.js";

const program = toyProgram();

const processes = ({ drawingMs = 30_000, idleMs = 30_000 } = {}) => {
  const entries: Entry[] = [];
  const reached: string[] = [];
  const drawing = new DrawingProcesses(
    { pixels: 1_000, drawingMs, idleMs, folder: newFolder(), program },
    { reached: (limit) => reached.push(limit) },
    logTo(entries),
  );
  return { drawing, entries, reached };
};

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe("the processes that draw", () => {
  test("are used again, and a second one is started only for work at the same time", async () => {
    const { drawing } = processes();
    const first = await drawing.sizeOf("process");

    expect(await drawing.sizeOf("process")).toEqual(first);
    const both = await Promise.all([drawing.sizeOf("process"), drawing.sizeOf("process")]);
    expect(new Set(both.map(({ width }) => width)).size).toBe(2);
  });

  test("end when they are idle, so that their memory is returned", async () => {
    const { drawing, entries } = processes({ idleMs: 50 });
    const { width: pid } = await drawing.sizeOf("process");

    await expect.poll(() => isAlive(pid)).toBe(false);
    expect(await drawing.sizeOf("process")).not.toMatchObject({ width: pid });
    expect(entries).toEqual([]);
  });

  test("are not used again when they hold much memory", async () => {
    const { drawing } = processes();
    const { width: pid } = await drawing.sizeOf("large");

    await expect.poll(() => isAlive(pid)).toBe(false);
  });

  test("know nothing of the environment of the server", async () => {
    const { drawing } = processes();
    const { width: names } = await drawing.sizeOf("environment");

    expect(String(names)).not.toMatch(/PLINTH|SECRET|HOME/);
  });

  test("are ended with a picture that takes too long, which may be tried again", async () => {
    const { drawing, reached } = processes({ drawingMs: 200 });

    await expect(drawing.sizeOf("endless")).rejects.toMatchObject({ code: "MEDIA_BUSY" });
    expect(reached).toEqual(["drawingMs"]);
  });

  test.each([
    ["crash", "IMAGE_UNREADABLE"],
    ["killed", "MEDIA_BUSY"],
  ])("may end with a picture without taking the server along: %s", async (what, code) => {
    const { drawing, entries } = processes();

    await expect(drawing.sizeOf(what)).rejects.toMatchObject({ code });
    expect((await drawing.sizeOf("process")).width).toBeGreaterThan(0);
    expect(entries).toMatchObject([{ level: "error", signal: expect.any(String) as unknown }]);
  });

  test("report what is wrong with a picture", async () => {
    const { drawing } = processes();

    await expect(drawing.sizeOf("broken")).rejects.toMatchObject({ code: "IMAGE_UNREADABLE" });
    await expect(drawing.sizeOf("huge")).rejects.toMatchObject({
      code: "IMAGE_TOO_LARGE",
      pixels: 7,
      limit: 1_000,
    });
  });
});
