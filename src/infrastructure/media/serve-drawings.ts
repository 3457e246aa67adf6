import { setPriority } from "node:os";
import { ImageTooLarge } from "../../domain/media/errors.js";
import type { DrawingAnswer, DrawingCall, DrawingProblem } from "./drawing.js";
import { SharpPictures } from "./sharp-pictures.js";

// Answers of the server go before pictures.
const BELOW_NORMAL = 5;

/** The program of a process that draws pictures for another one, one at a time. */
export const serveDrawings = (channel: NodeJS.Process): void => {
  try {
    setPriority(BELOW_NORMAL);
  } catch {
    // Not every system allows it.
  }
  // A signal to the whole group is for the server, which still draws for its last requests.
  for (const signal of ["SIGINT", "SIGTERM"] as const) channel.on(signal, () => undefined);
  channel.once("disconnect", () => channel.exit());
  channel.on("message", (call: DrawingCall) => {
    void answerTo(call).then((answer) => channel.send?.(answer));
  });
};

const answerTo = async (call: DrawingCall): Promise<DrawingAnswer> => {
  const residentBytes = (): number => process.memoryUsage.rss();
  try {
    const result = await run(new SharpPictures(call), call);
    return { result, residentBytes: residentBytes() };
  } catch (error) {
    return { problem: problemOf(error), residentBytes: residentBytes() };
  }
};

const run = (pictures: SharpPictures, { method, args }: DrawingCall): Promise<unknown> => {
  const draw: (...args: never[]) => Promise<unknown> = pictures[method].bind(pictures);
  return draw(...(args as never[]));
};

const problemOf = (error: unknown): DrawingProblem => ({
  code: error instanceof Error && "code" in error ? String(error.code) : "INTERNAL_ERROR",
  message: error instanceof Error ? error.message : String(error),
  ...(error instanceof ImageTooLarge && { pixels: error.pixels }),
});

// Started by DrawingProcesses.
if (process.connected) serveDrawings(process);
