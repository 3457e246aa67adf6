import { Command } from "commander";
import type { CliActions } from "./cli-actions.js";
import { yesOption } from "./yes-option.js";

/** `plinth secret` */
export const secretCommand = ({
  acceptSecret,
  out,
}: Pick<CliActions, "acceptSecret" | "out">): Command => {
  const secret = new Command("secret").description("the secret that inputs are hashed with");
  secret
    .command("accept")
    .description("use the configured secret, or a new one, because the former one is lost")
    .addOption(yesOption())
    .addHelpText("after", ACCEPT_HELP)
    .action(async () => {
      await acceptSecret();
      out.write("The store uses the secret of these settings now.\n");
    });
  return secret;
};

const ACCEPT_HELP = `
Stop all servers first. For two days, requests that are sent again are refused with
IDEMPOTENCY_KEY_REUSED instead of being answered as before. To change a secret that is not lost, set
PLINTH_SECRET_PREVIOUS instead.

Example:
  $ plinth secret accept --yes`;
