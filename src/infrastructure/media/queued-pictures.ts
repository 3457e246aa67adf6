import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Pictures, Redrawn } from "../../application/media/ports/pictures.js";
import type { Drawing } from "./drawing.js";
import type { DrawingQueue } from "./drawing-queue.js";

interface QueuedPicturesNeeds {
  readonly drawing: Pick<Drawing, "redraw">;
  readonly queue: Pick<DrawingQueue, "run">;
  /** For redrawn pictures until they are discarded. */
  readonly folder: string;
}

/** Uploads and downloads are one client of the queue: shoppers' images are drawn in between. */
const STAFF = "staff";

/** Uploaded pictures, redrawn in the queue of all drawings. */
export class QueuedPictures implements Pictures {
  constructor(private readonly needs: QueuedPicturesNeeds) {}

  async redraw(path: string): Promise<Redrawn> {
    const { drawing, queue, folder } = this.needs;
    const target = join(folder, `${randomUUID()}.part`);
    const discard = (): Promise<void> => rm(target, { force: true });
    const requester = { client: STAFF, signal: new AbortController().signal };
    try {
      const drawn = await queue.run(target, requester, () => drawing.redraw(path, target));
      return { ...drawn, path: target, discard };
    } catch (error) {
      await discard();
      throw error;
    }
  }
}
