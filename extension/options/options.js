/** The one setting: on which port of this computer the service is asked. */

import { isPort, port } from "../background/service.js";
import { STATES } from "../background/states.js";
import { ask, complain, field, onUser, say } from "../popup/entry.js";

onUser("form", "submit", async () => {
  const chosen = Number(field.value);
  const wrong = isPort(chosen) ? "" : "Порт — это число от 1024 до 65535, например 8765.";
  complain(wrong);
  say("[role=status]", "");
  if (wrong) return;
  await chrome.storage.local.set({ port: chosen });
  const saved = `Сохранено: порт ${chosen}.`;
  say("[role=status]", saved);
  const { state } = await ask({ type: "state" });
  say("[role=status]", `${saved} Состояние: «${STATES[state][0]}».`);
});

const stored = String(await port());
// Whoever was quicker than the storage has typed already.
field.value ||= stored;
