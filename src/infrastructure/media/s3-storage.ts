import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import type * as sdk from "@aws-sdk/client-s3";
import type { S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import {
  MediaUnavailable,
  type MediaStorage,
  type StoredObject,
} from "../../application/media/ports/media-storage.js";
import { isStorableName, typeOfName } from "./is-storable-name.js";

/** A bucket of an S3-compatible store. */
export interface S3Config {
  readonly bucket: string;
  /** Null for Amazon's own endpoint. */
  readonly endpoint: string | null;
  readonly region: string;
  /**
   * Whether the bucket is in the path of a URL instead of its host, as most stores except Amazon's
   * require.
   */
  readonly pathStyle: boolean;
  /** Null when the SDK reads them from the environment of the machine. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | null;
  /** How long one request may take until its response begins, in milliseconds. */
  readonly timeoutMs: number;
}

const ATTEMPTS = 3;
const IMMUTABLE = "public, max-age=31536000, immutable";

/**
 * Pictures in a bucket. The client is loaded with the first request, because a shop without S3 does
 * not need it.
 */
export class S3Storage implements MediaStorage {
  #client: Promise<{ readonly s3: S3Client; readonly sdk: Sdk }> | null = null;

  constructor(private readonly config: S3Config) {}

  save(name: string, path: string): Promise<void> {
    return this.#request(name, async ({ s3, sdk }, target) => {
      const { size } = await stat(path);
      // Each attempt opens the file, because a stream cannot be sent twice.
      await withRetries(() =>
        s3.send(
          new sdk.PutObjectCommand({
            ...target,
            Body: createReadStream(path),
            ContentLength: size,
            ContentType: typeOfName(name) ?? "",
            CacheControl: IMMUTABLE,
          }),
        ),
      );
    });
  }

  open(name: string): Promise<StoredObject | null> {
    if (!isStorableName(name)) return Promise.resolve(null);
    return this.#request(name, async ({ s3, sdk }, target) => {
      const found = await nullIfAbsent(s3.send(new sdk.GetObjectCommand(target)));
      if (!found?.Body) return null;
      const body = found.Body as Readable;
      // An error before the first read would end the process.
      body.on("error", () => undefined);
      return {
        bytes: found.ContentLength ?? 0,
        tag: (found.ETag ?? "").replaceAll('"', ""),
        read: () => readable(body),
        close: async () => void body.destroy(),
      };
    });
  }

  exists(name: string): Promise<boolean> {
    return this.#request(
      name,
      async ({ s3, sdk }, target) =>
        (await nullIfAbsent(s3.send(new sdk.HeadObjectCommand(target)))) !== null,
    );
  }

  remove(name: string): Promise<void> {
    return this.#request(
      name,
      async ({ s3, sdk }, target) =>
        void (await nullIfAbsent(s3.send(new sdk.DeleteObjectCommand(target)))),
    );
  }

  async #request<T>(
    name: string,
    work: (
      client: { readonly s3: S3Client; readonly sdk: Sdk },
      target: { readonly Bucket: string; readonly Key: string },
    ) => Promise<T>,
  ): Promise<T> {
    if (!isStorableName(name)) throw new RangeError(`"${name}" is not a valid name of an image.`);
    try {
      return await work(await (this.#client ??= connect(this.config)), {
        Bucket: this.config.bucket,
        Key: name,
      });
    } catch (cause) {
      throw unavailable(cause);
    }
  }
}

type Sdk = typeof sdk;

const connect = async ({
  endpoint,
  region,
  pathStyle,
  credentials,
  timeoutMs,
}: S3Config): Promise<{ readonly s3: S3Client; readonly sdk: Sdk }> => {
  const loaded = await import("@aws-sdk/client-s3");
  const s3 = new loaded.S3Client({
    region,
    forcePathStyle: pathStyle,
    maxAttempts: ATTEMPTS,
    ...(endpoint !== null && { endpoint }),
    ...(credentials !== null && { credentials }),
    requestHandler: {
      connectionTimeout: Math.min(timeoutMs, 5_000),
      requestTimeout: timeoutMs,
      throwOnRequestTimeout: true,
      socketTimeout: timeoutMs,
    },
    // Errors are thrown, so they need not be logged.
    logger: { trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet },
    // Many S3-compatible stores do not support newer checksums.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
  return { s3, sdk: loaded };
};

const quiet = (): void => undefined;

const withRetries = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const status = (error as Partial<S3ServiceException>).$metadata?.httpStatusCode ?? 0;
      if (attempt >= ATTEMPTS || (status >= 400 && status < 500)) throw error;
      await new Promise((again) => setTimeout(again, 100 * 2 ** attempt));
    }
  }
};

const nullIfAbsent = async <T>(response: Promise<T>): Promise<T | null> => {
  try {
    return await response;
  } catch (error) {
    const { name, $metadata } = error as Partial<S3ServiceException>;
    // A missing bucket is a mistake of the operator, not a missing picture.
    if (
      name === "NoSuchKey" ||
      name === "NotFound" ||
      ($metadata?.httpStatusCode === 404 && name !== "NoSuchBucket")
    )
      return null;
    throw error;
  }
};

async function* readable(body: Readable): AsyncIterable<Uint8Array> {
  try {
    for await (const piece of body) yield piece as Uint8Array;
  } catch (cause) {
    throw unavailable(cause);
  }
}

const unavailable = (cause: unknown): unknown => {
  if (
    cause instanceof MediaUnavailable ||
    cause instanceof RangeError ||
    cause instanceof TypeError
  )
    return cause;
  const {
    name = "Error",
    code,
    $metadata,
  } = cause as Partial<S3ServiceException & NodeJS.ErrnoException>;
  return new MediaUnavailable(
    `The store of images responded with an error (${[name, code, $metadata?.httpStatusCode].filter((part) => part !== undefined).join(" ")}).`,
    { cause },
  );
};
