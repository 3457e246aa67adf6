import { Command } from "commander";
import type { DemoReport, OperatorNeeds } from "./operator-needs.js";

export const demoCommand = ({
  loadDemo,
  removeDemo,
  out,
}: Pick<OperatorNeeds, "loadDemo" | "removeDemo" | "out">): Command => {
  const demo = new Command("demo").description("a catalogue to try Plinth with");
  demo
    .command("load")
    .description("put the demo catalogue into an empty embedded store (development only)")
    .action(async () => void out.write(`${said(await loadDemo())} loaded.\n`));
  demo
    .command("remove")
    .description("take the demo catalogue out again; what you added stays")
    .action(async () => void out.write(`${said(await removeDemo())} removed.\n`));
  return demo.addHelpText("after", "\nExamples:\n  $ plinth demo load\n  $ plinth demo remove");
};

const said = ({ products, collections }: DemoReport): string =>
  `${products} products and ${collections} collections`;
