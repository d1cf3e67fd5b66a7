import { mergeConfig } from 'vite'
import config from '../../vite.config.ts'
import { FIRST, SECOND } from './second-edition.ts'

/** The site as a later version of it: one sentence of its words differs, and with it the names of nearly all files. */
export default mergeConfig(config, {
  plugins: [
    {
      name: 'second-edition',
      /** @param {string} code */
      transform: (code) => (code.includes(FIRST) ? code.replaceAll(FIRST, SECOND) : null),
    },
  ],
})
