// Everything that a lesson's page needs, as one file of the site: the router asks for it, and so does each page that begins a sitting.
export { preparePlayers } from '#components/players.ts'
export { useSessionStore } from '#stores/session.ts'
export { default as ReadPage } from './ReadPage.vue'
export { default as ReadTools } from './ReadTools.vue'
