/**
 * The background. The browser ends it after half a minute of rest and starts it for the next event: listeners are
 * registered here at once, and nothing that matters is kept in memory.
 */

import { answer } from "./messages.js";
import { announce } from "./pairing.js";

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  answer(message, sender).then(respond);
  return true;
});

chrome.permissions.onAdded.addListener(announce);
