import type { Target } from "./attack.js";
import { ATTACKS } from "./attacks.js";
import { Tally } from "./tally.js";

// A process of its own: whoever measures must not wait behind who attacks.
const { name, target } = JSON.parse(process.argv[2] ?? "null") as {
  readonly name: string;
  readonly target: Target;
};
const tally = new Tally();
await ATTACKS[name]?.run(target, tally);
process.stdout.write(JSON.stringify(tally.answers()), () => process.exit(0));
