import { hostileInputsContract } from "../contracts/hostile/hostile-inputs.contract.js";
import { everythingOnMysql } from "./everything-on-mysql.js";

hostileInputsContract("MySQL", everythingOnMysql);
