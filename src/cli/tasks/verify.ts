import { openStore } from "../../store/open.ts";
import { answer } from "./answer.ts";

export interface VerifyTask {
  readonly path: string;
}

answer(({ path }: VerifyTask, onProgress) => {
  const store = openStore({ path, clock: () => new Date() });
  try {
    return store.verify(onProgress);
  } finally {
    store.close();
  }
});
