import type { Log } from "../application/shared/log.js";
import type { Config } from "../infrastructure/config.js";
import { maxOpenFiles } from "../infrastructure/shared/files/max-open-files.js";

/** What a process has open besides its connections: the store, logs, libraries, the health. */
const OTHER_FILES = 96;
/** A request may have a file open, such as an image, or a connection to another service. */
const FILES_OF_A_CONNECTION = 2;

/**
 * The configuration with as many connections as the system has room for, and a warning in the log
 * when these are fewer than set.
 * @param maxFiles how many files and connections the process may have open; null when unknown
 */
export const withRoomForConnections = (
  config: Config,
  log: Pick<Log, "warn">,
  maxFiles: number | null = maxOpenFiles(),
): Config => {
  const { limits, database } = config;
  const pool = database.kind === "mysql" ? database.poolSize : 0;
  const room = maxFiles === null ? Infinity : maxFiles - OTHER_FILES - pool;
  const most = Math.max(Math.floor(room / FILES_OF_A_CONNECTION), 1);
  if (limits.connections <= most) return config;
  log.warn(
    "The system allows this process too few open files for PLINTH_LIMIT_CONNECTIONS. Fewer connections are accepted: raise the limit (ulimit -n), or lower the setting.",
    { limit: "connections", count: most },
  );
  return {
    ...config,
    limits: {
      ...limits,
      connections: most,
      connectionsPerAddress: Math.min(limits.connectionsPerAddress, most),
    },
  };
};
