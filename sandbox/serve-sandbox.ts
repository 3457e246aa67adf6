import { startSandbox, type SandboxOptions } from "./sandbox-gateway.js";

// The process that `npm start` begins in development. It gets its settings by a message, so that no
// secret is in its arguments, and ends when the process that has begun it does.
const end = (code: number): never => process.exit(code);

process.once("disconnect", () => end(0));
if (!process.connected) end(0);
// A Ctrl-C in the terminal goes to both; the server ends this process after its last request.
process.on("SIGINT", () => undefined);

process.once("message", (options: Omit<SandboxOptions, "fail">) => {
  startSandbox({ ...options, fail: (error) => stopWith(error) }).then(
    ({ origin }) => process.send?.({ origin }),
    stopWith,
  );
});

const stopWith = (error: unknown): void => {
  const problem = error instanceof Error ? error.message : String(error);
  if (process.send) process.send({ problem }, () => end(1));
  else end(1);
};
