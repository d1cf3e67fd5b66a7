/** What the library has for lessons from files: one part of the app, fetched when the device has been asked. */
export { default as OpenLesson } from './OpenLesson.vue'
export { default as OwnLessonTools } from './OwnLessonTools.vue'
