import { createServer } from "node:http";

// What the machine itself takes for an answer while everything else runs on it.
const server = createServer((_request, answer) => answer.end("{}"));
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.(typeof address === "object" && address ? address.port : 0);
});
process.on("disconnect", () => process.exit(0));
