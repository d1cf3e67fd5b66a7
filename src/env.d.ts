/// <reference types="vite/client" />

/** BCP 47 tags of the interface's languages; only the early script is compiled with it. */
declare const __INTERFACE_LANGUAGES__: readonly string[]
declare const __RTL_LANGUAGES__: readonly string[]
