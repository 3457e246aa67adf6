import type { OtherLimit } from "./limit.js";

/** The bounds that have a variable of another name, or none. */
export const OTHER_LIMITS = {
  poolWaitMs: {
    setting: "PLINTH_DATABASE_POOL_WAIT_MS",
    unit: "ms",
    fallback: 2_000,
    about: "Time that a request waits for the database: for a connection, or for other writers.",
    refusal: "503 `SERVICE_UNAVAILABLE` with `Retry-After`.",
  },
  statementMs: {
    setting: "PLINTH_DATABASE_STATEMENT_MS",
    unit: "ms",
    fallback: 5_000,
    about: "Time until the database answers a statement.",
    refusal: "503 `SERVICE_UNAVAILABLE` with `Retry-After`. The connection is closed.",
  },
  uploadMib: {
    setting: "PLINTH_UPLOAD_MIB",
    unit: "MiB",
    fallback: 20,
    about: "Size of an uploaded image.",
    refusal: "413 `UPLOAD_TOO_LARGE`.",
  },
  imageMegapixels: {
    setting: "PLINTH_IMAGE_MEGAPIXELS",
    unit: "megapixels",
    fallback: 50,
    about: "Pixels of an uploaded image, all frames together.",
    refusal: "422 `IMAGE_TOO_LARGE`.",
  },
  mediaCacheMib: {
    setting: "PLINTH_MEDIA_CACHE_MIB",
    unit: "MiB",
    fallback: 1_024,
    isUsual: true,
    about: "Disk space of drawn images.",
    refusal: "The least recently used ones are deleted.",
  },
  knownDocumentsMib: {
    setting: null,
    unit: "MiB",
    fallback: 4,
    isUsual: true,
    about: "Memory of the texts of documents that were sent before, and of what they cost.",
    refusal:
      "The least recently used ones are new again: they are no longer cheap, and long ones wait as heavy requests do.",
  },
  waitingCompressionMib: {
    setting: null,
    unit: "MiB",
    fallback: 16,
    isUsual: true,
    about: "Memory of answers that wait to be compressed. Two are compressed at a time.",
    refusal: "Further answers are sent uncompressed.",
  },
  trustedDocumentsMib: {
    setting: null,
    unit: "MiB",
    fallback: 16,
    isUsual: true,
    about: "Memory of the texts of trusted documents, of both APIs.",
    refusal: "The least recently used ones are read from the store again.",
  },
  sharedClients: {
    setting: null,
    unit: "number",
    fallback: 2_000,
    about: "Clients whose points are sent to Redis in a tenth of a second.",
    refusal: "The points of others count in their process only.",
  },
} as const satisfies Readonly<Record<string, OtherLimit>>;
