import { isIP } from "node:net";
import { Redis } from "ioredis";
import type { SharingConfig } from "../config/sharing-config.js";

/** Longer is as bad as no answer. */
const ANSWER_MS = 1_000;
const LONGEST_PAUSE_MS = 2_000;

/**
 * A connection that never keeps anybody waiting: a command fails at once while there is none, and
 * soon when Redis does not answer. It connects again by itself.
 */
export const redisConnected = ({
  host,
  port,
  username,
  password,
  database,
  tls,
}: SharingConfig): Redis => {
  const redis = new Redis({
    host,
    port,
    db: database,
    ...(username !== null && { username }),
    ...(password !== null && { password }),
    ...(tls !== false && {
      tls: {
        minVersion: "TLSv1.2",
        ...(!isIP(host) && { servername: host }),
        ...(tls !== true && { ca: tls.ca }),
      },
    }),
    connectionName: "plinth",
    connectTimeout: ANSWER_MS,
    commandTimeout: ANSWER_MS,
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    enableAutoPipelining: true,
    retryStrategy: (attempt) => Math.min(100 * attempt, LONGEST_PAUSE_MS),
  });
  // Without a listener an error would end the process. The commands report what fails.
  redis.on("error", () => undefined);
  return redis;
};
