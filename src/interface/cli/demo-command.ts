import { Command } from "commander";
import type { DemoReport, CliActions } from "./cli-actions.js";

export const demoCommand = ({
  loadDemo,
  removeDemo,
  out,
}: Pick<CliActions, "loadDemo" | "removeDemo" | "out">): Command => {
  const demo = new Command("demo").description("a catalogue for trying Plinth");
  demo
    .command("load")
    .description("load the demo catalogue into an empty embedded store (development only)")
    .action(async () => void out.write(`${reportText(await loadDemo())} loaded.\n`));
  demo
    .command("remove")
    .description("remove the demo catalogue; what you added stays")
    .action(async () => void out.write(`${reportText(await removeDemo())} removed.\n`));
  return demo.addHelpText("after", "\nExamples:\n  $ plinth demo load\n  $ plinth demo remove");
};

const reportText = ({ products, collections }: DemoReport): string =>
  `${products} products and ${collections} collections`;
