import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { untilStopped } from "../../../src/wiring/until-stopped.js";
import { logTo, type Entry } from "../http/toy-server.js";

const STOP_MS = 10_000;

describe("a stop", () => {
  const handlers = new Map<string | symbol, (argument: unknown) => void>();
  const happened: string[] = [];
  const entries: Entry[] = [];

  /** A server that is told to stop. */
  const stopped = (close: () => Promise<void>, stopMs = STOP_MS): Promise<number> => {
    const code = untilStopped({
      refuseTraffic: () => happened.push("not ready"),
      noticeMs: 3_000,
      stopMs,
      endRequests: () => happened.push("requests ended"),
      giveUp: () => happened.push("given up"),
      close,
      log: logTo(entries),
    });
    handlers.get("SIGTERM")?.("SIGTERM");
    return code;
  };

  beforeEach(() => {
    vi.useFakeTimers();
    for (const list of [happened, entries]) list.length = 0;
    vi.spyOn(process, "on").mockImplementation((event: string | symbol, handler) => {
      handlers.set(event, handler);
      return process;
    });
    vi.spyOn(process, "exit").mockImplementation((code) => {
      happened.push(`exit ${code}`);
      return undefined as never;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  test("ends in its time and with 0, although requests and the database hang", async () => {
    void stopped(() => new Promise(() => undefined));

    await vi.advanceTimersByTimeAsync(6_900);
    expect(happened).toEqual(["not ready"]);
    await vi.advanceTimersByTimeAsync(200);
    expect(happened).toEqual(["not ready", "requests ended"]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(happened).toEqual(["not ready", "requests ended", "given up"]);
    await vi.advanceTimersByTimeAsync(STOP_MS - 8_100);
    expect(happened).toEqual(["not ready", "requests ended", "given up", "exit 0"]);
    expect(entries.at(-1)?.level).toBe("warn");
  });

  test("is over when everything has been closed, and a second signal ends it at once", async () => {
    let close = (): void => undefined;
    const code = stopped(() => new Promise((resolve) => (close = resolve)), Infinity);
    await vi.advanceTimersByTimeAsync(3_600);

    handlers.get("SIGTERM")?.("SIGTERM");
    expect(happened).toEqual(["not ready", "exit 1"]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(happened).toHaveLength(2);
    close();

    expect(await code).toBe(0);
  });
});
