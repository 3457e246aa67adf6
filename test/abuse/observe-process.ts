import { readFileSync } from "node:fs";

const EVERY_MS = 100;

/** Reads memory and waiting times of a process from the kernel, until its end. */
export const observeProcess = (pid: number) => {
  const before = memoryOfTree(pid);
  const start = scheduled(pid);
  let [peak, last] = [before, start];
  const look = (): void => {
    peak = Math.max(peak, memoryOfTree(pid));
    last = scheduled(pid) ?? last;
  };
  const timer = setInterval(look, EVERY_MS);
  return {
    memory: () => memoryOfTree(pid),
    end: () => {
      clearInterval(timer);
      look();
      return { memory: { before, peak }, slowedDown: start && last ? slowDown(start, last) : 1 };
    },
  };
};

interface Scheduled {
  /** Nanoseconds that the main thread ran, and that it could have run. */
  readonly ran: number;
  readonly waited: number;
}

const slowDown = (start: Scheduled, end: Scheduled): number => {
  const [ran, waited] = [end.ran - start.ran, end.waited - start.waited];
  return ran > 0 ? Math.round(((ran + waited) / ran) * 10) / 10 : 1;
};

const scheduled = (pid: number): Scheduled | null => {
  const [ran, waited] = (read(`/proc/${pid}/task/${pid}/schedstat`) ?? "").split(" ").map(Number);
  return ran === undefined || waited === undefined ? null : { ran, waited };
};

const memoryOfTree = (pid: number): number => {
  const [, kibibytes = "0"] = /^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`) ?? "") ?? [];
  const children = (read(`/proc/${pid}/task/${pid}/children`) ?? "").split(" ").filter(Boolean);
  return (
    Math.round(Number(kibibytes) / 1_024) +
    children.reduce((sum, child) => sum + memoryOfTree(Number(child)), 0)
  );
};

const read = (path: string): string | null => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
};
