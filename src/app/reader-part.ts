/** What a lesson's page and a sitting need: fetched where one is begun, linked by the page that is one. */
export const readerPart = () => import('#pages/read/reader-part.ts')
