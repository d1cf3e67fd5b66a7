/** The heading of the about page, and what a later version of the site has in its place: see second-build.config.mjs. */
export const FIRST = 'About Proofline'
export const SECOND = 'About Proofline, second edition'
