/** HubSpot's own rules for what may stand in a UI extension; everything else is Biome's. */
import { config } from '@hubspot/eslint-config-ui-extensions';
import { parser } from 'typescript-eslint';

export default [...config, { files: ['**/*.{ts,tsx}'], languageOptions: { parser } }];
