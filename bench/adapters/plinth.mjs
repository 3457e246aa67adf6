// Plinth on MariaDB.
import { adapterOfTool, withCart } from "./cart-workloads.mjs";

// oxlint-disable-next-line import/no-default-export -- The tool loads adapters like this.
export default withCart(await adapterOfTool("plinth"));
