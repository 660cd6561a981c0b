/** Writes every page that is made of the code, so that what is documented is what is declared: `npm run generate`. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { configDocument, envExample } from '../src/config.ts';
import { signalsDocument } from '../src/hubspot/signals/mapping.ts';
import { referenceFile, referencePage } from './reference-docs.ts';
import { settingsFile, settingsPage } from './settings-reference.ts';

const root = path.resolve(import.meta.dirname, '..');

writeFileSync(referenceFile, referencePage());
writeFileSync(settingsFile, settingsPage());
writeFileSync(path.join(root, 'docs', 'signals.md'), signalsDocument());
writeFileSync(path.join(root, 'docs', 'configuration.md'), configDocument());
writeFileSync(path.join(root, '.env.example'), envExample());
