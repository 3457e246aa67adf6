import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { MediaBusy } from "../../application/media/ports/pictures.js";
import type { LimitCounters } from "../../application/shared/limit-counters.js";
import type { Log } from "../../application/shared/log.js";
import type { PictureSize } from "../../domain/media/crop-box.js";
import { ImageFormatRefused, ImageTooLarge, ImageUnreadable } from "../../domain/media/errors.js";
import type { ImageVariant } from "../../domain/media/image-variant.js";
import type {
  Drawing,
  DrawingAnswer,
  DrawingCall,
  DrawingProblem,
  DrawnFormat,
  RedrawnFile,
} from "./drawing.js";

interface ProcessBounds {
  /** The most pixels of a picture, all frames together. */
  readonly pixels: number;
  /** How long one drawing may take, in milliseconds. */
  readonly drawingMs: number;
  /** For the temporary files of libvips. */
  readonly folder: string;
  readonly program?: string;
  readonly idleMs?: number;
}

const PROGRAM = fileURLToPath(new URL("./serve-drawings.js", import.meta.url));
// A page with many pictures starts a process once.
const IDLE_MS = 30_000;
const MOST_RESIDENT_BYTES = 256 * 1_048_576;
const HEAP_MIB = 64;
/** Ends of a process that a picture causes: the same picture would end the next one too. */
const CRASHES: ReadonlySet<string> = new Set(["SIGSEGV", "SIGABRT", "SIGBUS", "SIGILL", "SIGFPE"]);

/**
 * Draws in processes of their own, one picture at a time in each: their memory is returned when
 * they end, a picture that takes too long is ended, and one that crashes libvips crashes nothing
 * else. The queue of drawings bounds how many there are.
 */
export class DrawingProcesses implements Drawing {
  readonly #idle = new Map<ChildProcess, NodeJS.Timeout>();

  constructor(
    private readonly bounds: ProcessBounds,
    private readonly counters: LimitCounters,
    private readonly log: Log,
  ) {}

  sizeOf(path: string): Promise<PictureSize> {
    return this.#call<PictureSize>("sizeOf", [path]);
  }

  redraw(path: string, target: string): Promise<RedrawnFile> {
    return this.#call<RedrawnFile>("redraw", [path, target]);
  }

  async reduce(path: string, target: string): Promise<void> {
    await this.#call<unknown>("reduce", [path, target]);
  }

  async variant(path: string, variant: ImageVariant, format: DrawnFormat): Promise<Buffer> {
    const drawn = await this.#call<Uint8Array>("variant", [path, variant, format]);
    return Buffer.from(drawn.buffer, drawn.byteOffset, drawn.byteLength);
  }

  /** @throws ImageUnreadable, MediaBusy besides what the method throws */
  async #call<Result>(method: keyof Drawing, args: readonly unknown[]): Promise<Result> {
    const child = this.#busyProcess();
    const answer = await this.#answerOf(child, { method, args, pixels: this.bounds.pixels });
    if (answer.residentBytes < MOST_RESIDENT_BYTES) this.#keep(child);
    else child.disconnect();
    if ("problem" in answer) throw errorOf(answer.problem, this.bounds.pixels);
    return answer.result as Result;
  }

  #answerOf(child: ChildProcess, call: DrawingCall): Promise<DrawingAnswer> {
    const { drawingMs } = this.bounds;
    return new Promise((resolve, reject) => {
      const end = (settle: () => void): void => {
        clearTimeout(timeout);
        child.off("message", answered).off("error", failed).off("exit", exited);
        settle();
      };
      const answered = (answer: DrawingAnswer): void => end(() => resolve(answer));
      const failed = (error: Error): void => {
        this.log.error("A process that draws images could not be used.", { error });
        end(() => reject(new MediaBusy()));
      };
      const exited = (_code: number | null, signal: string | null): void => {
        this.log.error("A process that draws images ended early.", { signal: signal ?? "none" });
        const isCrash = signal !== null && CRASHES.has(signal);
        end(() => reject(isCrash ? new ImageUnreadable() : new MediaBusy()));
      };
      const overrun = (): void => {
        this.counters.reached("drawingMs");
        end(() => reject(new MediaBusy()));
        child.kill("SIGKILL");
      };
      const timeout = drawingMs === Infinity ? undefined : setTimeout(overrun, drawingMs);
      child.once("message", answered).once("error", failed).once("exit", exited);
      child.send(call, (error) => {
        if (error) failed(error);
      });
    });
  }

  #busyProcess(): ChildProcess {
    // The last one: the others become superfluous and end.
    const [child, timeout] = [...this.#idle].at(-1) ?? [this.#start()];
    clearTimeout(timeout);
    this.#idle.delete(child);
    child.ref();
    child.channel?.ref();
    return child;
  }

  #start(): ChildProcess {
    const child = fork(this.bounds.program ?? PROGRAM, [], {
      // Nothing of the environment of the server: it holds secrets, and a drawing needs none.
      env: {
        NODE_ENV: "production",
        TMPDIR: this.bounds.folder,
        // One drawing at a time needs no further arenas of glibc, which would keep memory.
        MALLOC_ARENA_MAX: "2",
        UV_THREADPOOL_SIZE: "2",
      },
      execArgv: [`--max-old-space-size=${HEAP_MIB}`],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    child.on("error", () => undefined);
    child.once("exit", () => {
      clearTimeout(this.#idle.get(child));
      this.#idle.delete(child);
    });
    return child;
  }

  /** Without keeping the server from ending. */
  #keep(child: ChildProcess): void {
    child.unref();
    child.channel?.unref();
    const timeout = setTimeout(() => {
      this.#idle.delete(child);
      if (child.connected) child.disconnect();
    }, this.bounds.idleMs ?? IDLE_MS).unref();
    this.#idle.set(child, timeout);
  }
}

const errorOf = ({ code, message, pixels = 0 }: DrawingProblem, limit: number): Error => {
  if (code === "IMAGE_FORMAT_REFUSED") return new ImageFormatRefused();
  if (code === "IMAGE_TOO_LARGE") return new ImageTooLarge(pixels, limit);
  if (code === "IMAGE_UNREADABLE") return new ImageUnreadable();
  return Object.assign(new Error(message), { code });
};
