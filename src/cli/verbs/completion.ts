import { completionScript, type Shell, shells } from "../completion.ts";
import { exitCodes } from "../exit.ts";
import { choice } from "../flag.ts";
import { type VerbEntry, verb } from "../verb.ts";

/** Takes the list of verbs as a function, since it stands in that list itself. */
export const completion = (verbs: () => readonly VerbEntry[]) =>
  verb({
    arguments: { shell: choice<Shell>("Your shell.", shells) },
    flags: {},
    examples: [
      [
        "stancegraph completion bash > ~/.local/share/bash-completion/completions/stancegraph",
        "For bash, from the next shell on.",
      ],
      ["stancegraph completion zsh > ~/.zfunc/_stancegraph", "For zsh, where ~/.zfunc is in fpath."],
      ["stancegraph completion fish > ~/.config/fish/completions/stancegraph.fish", "For fish."],
    ],
    run: async ({ shell }, effects) => {
      await effects.stdout.write(await completionScript(shell, verbs()));
      return exitCodes.ok;
    },
  });
