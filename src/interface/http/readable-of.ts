import { Readable } from "node:stream";

/** What an image is read from. */
interface OpenImage {
  read(): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

/**
 * The bytes of an image as a stream. A stream that is given up before its first byte, because the
 * client has left, never reads: then its file would stay open until the garbage collector finds it.
 */
export const readableOf = (image: OpenImage): Readable => {
  const stream = Readable.from(image.read(), { objectMode: false });
  stream.once("close", () => void image.close().catch(() => undefined));
  return stream;
};
