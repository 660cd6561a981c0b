import { Command } from 'commander';
import { rotateKeys } from '../operator-store.ts';
import { printToStdout } from './print-to-stdout.ts';

/** `rapport keys rotate`: seals every token with the newest key, so that an older one can be taken out of use. */
export function keysCommand(
  print: (text: string) => void = printToStdout,
  rotate: typeof rotateKeys = rotateKeys,
): Command {
  const rotation = new Command('rotate')
    .description('seal every token with the first of TOKEN_KEYS; can be stopped and started again')
    .action(async () => {
      const { resealed, current, unopened } = await rotate();
      print(`${resealed} sealed anew, ${current} were sealed with the newest key already.\n`);
      for (const { portal, keyId } of unopened) {
        print(
          `Portal ${portal} cannot be opened: add the key ${keyId} to TOKEN_KEYS again, or install the portal anew.\n`,
        );
      }
      if (unopened.length === 0) print('Keys behind the first one can be taken out of TOKEN_KEYS.\n');
      else process.exitCode = 1;
    });
  return new Command('keys').description('the keys that seal the portals’ tokens').addCommand(rotation);
}
